n, m = map(int, input().split())
e = [tuple(map(int, input().split())) for _ in range(m)]
ans = 0
for skip in range(m):
    g = [[] for _ in range(n + 1)]
    for i in range(m):
        if i != skip:
            a, b = e[i]
            g[a].append(b)
            g[b].append(a)
    s, t = e[skip]
    seen = [False] * (n + 1)
    seen[s] = True
    st = [s]
    while st:
        v = st.pop()
        for u in g[v]:
            if not seen[u]:
                seen[u] = True
                st.append(u)
    if not seen[t]:
        ans += 1
print(ans)
