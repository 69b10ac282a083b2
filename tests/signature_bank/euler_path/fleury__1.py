n, m = map(int, input().split())
g = [set() for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].add(b)
    g[b].add(a)

def reach(s):
    seen = {s}
    st = [s]
    while st:
        u = st.pop()
        for v in g[u]:
            if v not in seen:
                seen.add(v)
                st.append(v)
    return len(seen)

def bridge(u, v):
    before = reach(u)
    g[u].remove(v)
    g[v].remove(u)
    after = reach(u)
    g[u].add(v)
    g[v].add(u)
    return after < before

odd = [u for u in range(1, n + 1) if len(g[u]) % 2]
u = odd[0] if odd else 1
path = [u]
while g[u]:
    for v in sorted(g[u]):
        if len(g[u]) == 1 or not bridge(u, v):
            break
    g[u].remove(v)
    g[v].remove(u)
    path.append(v)
    u = v
print(*path)
