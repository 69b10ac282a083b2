n, m = map(int, input().split())
p = list(range(n))
groups = n
for _ in range(m):
    a, b = map(int, input().split())
    while p[a] != a:
        a = p[a]
    while p[b] != b:
        b = p[b]
    if a != b:
        p[a] = b
        groups -= 1
print(groups)
