import fileinput


def rising_steps(grid):
    for i, row in enumerate(grid):
        for j, h in enumerate(row):
            if j and row[j - 1] != h:
                pair = [(h, i, j), (row[j - 1], i, j - 1)]
                low, high = sorted(pair)
                yield low[1:], high[1:]
            if i and grid[i - 1][j] != h:
                pair = [(h, i, j), (grid[i - 1][j], i - 1, j)]
                low, high = sorted(pair)
                yield low[1:], high[1:]


lines = [list(map(int, line.split())) for line in fileinput.input()]
grid = [line for line in lines[1:] if line]
edges = list(rising_steps(grid))
length = {(i, j): 1 for i in range(len(grid)) for j in range(len(grid[0]))}
# relax all edges until a round brings nothing new
while True:
    improved = 0
    for low, high in edges:
        if length[high] <= length[low]:
            length[high] = length[low] + 1
            improved += 1
    if improved == 0:
        break
print(max(length.values()))
