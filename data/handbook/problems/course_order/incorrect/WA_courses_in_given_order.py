n, m = map(int, input().split())
need = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    need[b].append(a)
term = [0] * (n + 1)
for v in range(1, n + 1):
    for p in need[v]:
        if v in need[p]:
            print(-1)
            raise SystemExit
        term[v] = max(term[v], term[p])
    term[v] += 1
print(max(term))
