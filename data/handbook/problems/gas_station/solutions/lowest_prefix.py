from itertools import accumulate

n = int(input())
g = map(int, input().split())
c = map(int, input().split())
p = [0] + list(accumulate(x - y for x, y in zip(g, c)))
if p[n] < 0:
    print(-1)
else:
    p.pop()
    print(p.index(min(p)) + 1)
