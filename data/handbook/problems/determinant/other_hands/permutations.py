import itertools


def parity(order):
    order = list(order)
    swaps = 0
    for i in range(len(order)):
        while order[i] != i:
            j = order[i]
            order[i], order[j] = order[j], order[i]
            swaps += 1
    return swaps % 2


size = int(input())
grid = []
for _ in range(size):
    grid.append([int(x) for x in input().split()])

plus = minus = 0
for order in itertools.permutations(range(size)):
    term = 1
    for row, column in enumerate(order):
        term *= grid[row][column]
        if term == 0:
            break
    if parity(order):
        minus += term
    else:
        plus += term
print(plus - minus)
