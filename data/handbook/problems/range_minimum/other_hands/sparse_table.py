def build(row):
    levels = {}
    reach = 1
    while row:
        levels[reach] = row
        row = list(map(min, row, row[reach:]))
        reach += reach
    return levels


n, q = map(int, input().split())
levels = build([int(t) for t in input().split()])
power = [0, 1]
for k in range(2, n + 1):
    power.append(2 * power[k // 2])

for _ in range(q):
    first, last = map(int, input().split())
    p = power[last - first + 1]
    level = levels[p]
    one, two = level[first - 1], level[last - p]
    print(one if one <= two else two)
