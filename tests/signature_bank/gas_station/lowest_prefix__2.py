from itertools import accumulate

n = int(input())
gas = map(int, input().split())
cost = map(int, input().split())
levels = [0, *accumulate(a - b for a, b in zip(gas, cost))]
if levels[-1] < 0:
    print(-1)
else:
    print(levels.index(min(levels)))
