n, m, s, t = map(int, input().split())
e = [tuple(map(int, input().split())) for _ in range(m)]

def ok(x):
    g = [[] for _ in range(n + 1)]
    for a, b, w in e:
        if w >= x:
            g[a].append(b)
            g[b].append(a)
    seen = {s}
    st = [s]
    while st:
        u = st.pop()
        for v in g[u]:
            if v not in seen:
                seen.add(v)
                st.append(v)
    return t in seen

l, r = 0, 10**9
while l < r:
    mid = (l + r + 1) // 2
    if ok(mid):
        l = mid
    else:
        r = mid - 1
print(l)
