n, k = map(int, input().split())
p = list(range(1, n + 1))
while len(p) > 1:
    del p[(k - 1) % len(p)]
print(p[0])
