n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].append((b, i))
    g[b].append((a, i))
for u in range(1, n + 1):
    g[u].sort(reverse=True)
odd = [u for u in range(1, n + 1) if len(g[u]) % 2]
used = [False] * m
st = [odd[0] if odd else 1]
path = []
while st:
    u = st[-1]
    while g[u] and used[g[u][-1][1]]:
        g[u].pop()
    if g[u]:
        v, i = g[u].pop()
        used[i] = True
        st.append(v)
    else:
        path.append(st.pop())
print(*path[::-1])
