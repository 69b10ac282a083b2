n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)

def size(s, banned):
    seen = {s, banned}
    st = [s]
    c = 0
    while st:
        u = st.pop()
        c += 1
        for v in g[u]:
            if v not in seen:
                seen.add(v)
                st.append(v)
    return c

for u in range(1, n + 1):
    if all(size(v, u) * 2 <= n for v in g[u]):
        print(u)
        break
