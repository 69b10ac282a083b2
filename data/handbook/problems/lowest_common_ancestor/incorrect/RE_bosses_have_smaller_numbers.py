n, q = map(int, input().split())
p = [0, 0] + list(map(int, input().split()))
depth = {1: 0}
for v in range(2, n + 1):
    depth[v] = depth[p[v]] + 1
for _ in range(q):
    a, b = map(int, input().split())
    while a != b:
        if depth[a] < depth[b]:
            a, b = b, a
        a = p[a]
    print(a)
