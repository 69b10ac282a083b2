n, m = map(int, input().split())
edges = []
for _ in range(m):
    a, b = map(int, input().split())
    edges.append((a - 1, b - 1))
found = False
for mask in range(1 << n):
    good = True
    for a, b in edges:
        if (mask >> a & 1) == (mask >> b & 1):
            good = False
            break
    if good:
        found = True
        break
print("YES" if found else "NO")
