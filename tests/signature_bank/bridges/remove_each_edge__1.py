n, m = map(int, input().split())
e = [tuple(map(int, input().split())) for _ in range(m)]

def comps(skip):
    g = [[] for _ in range(n + 1)]
    for i, (a, b) in enumerate(e):
        if i != skip:
            g[a].append(b)
            g[b].append(a)
    seen = [False] * (n + 1)
    c = 0
    for s in range(1, n + 1):
        if not seen[s]:
            c += 1
            seen[s] = True
            st = [s]
            while st:
                u = st.pop()
                for v in g[u]:
                    if not seen[v]:
                        seen[v] = True
                        st.append(v)
    return c

base = comps(-1)
print(sum(comps(i) > base for i in range(m)))
