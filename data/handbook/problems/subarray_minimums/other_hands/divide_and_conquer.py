import sys


def solve(v):
    n = len(v)
    if n == 1:
        return v[0]
    k = n // 2
    left, right = v[:k], v[k:]
    total = solve(left) + solve(right)
    # minimums towards the border from either side, falling
    down, up = [], []
    for side, mins in ((reversed(left), down), (right, up)):
        for x in side:
            mins.append(x if not mins or x < mins[-1] else mins[-1])
    while down and up:
        if down[-1] < up[-1]:
            total += down.pop() * len(up)
        else:
            total += up.pop() * len(down)
    return total


sys.stdin.readline()
print(solve(list(map(int, sys.stdin.readline().split()))))
