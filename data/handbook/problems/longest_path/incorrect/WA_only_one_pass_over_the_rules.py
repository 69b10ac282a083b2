n, m = map(int, input().split())
d = [0] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    d[b] = max(d[b], d[a] + 1)
print(max(d))
