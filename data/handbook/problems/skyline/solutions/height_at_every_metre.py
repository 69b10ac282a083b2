n = int(input())
h = [0] * 1001
for _ in range(n):
    l, r, t = map(int, input().split())
    for x in range(l, r):
        if h[x] < t:
            h[x] = t
last = 0
for x in range(1001):
    if h[x] != last:
        print(x, h[x])
        last = h[x]
