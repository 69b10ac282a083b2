n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)
seen = [False] * (n + 1)
best = 0
for s in range(1, n + 1):
    if not seen[s]:
        seen[s] = True
        st = [s]
        c = 0
        while st:
            u = st.pop()
            c += 1
            for v in g[u]:
                if not seen[v]:
                    seen[v] = True
                    st.append(v)
        best = max(best, c)
print(best)
