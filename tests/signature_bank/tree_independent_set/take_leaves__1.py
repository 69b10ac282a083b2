n = int(input())
g = [set() for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].add(b)
    g[b].add(a)
state = [0] * (n + 1)
leaves = [i for i in range(1, n + 1) if len(g[i]) <= 1]
ans = 0
while leaves:
    u = leaves.pop()
    if state[u]:
        continue
    state[u] = 1
    ans += 1
    for p in list(g[u]):
        if state[p]:
            continue
        state[p] = 2
        for w in g[p]:
            g[w].discard(p)
            if len(g[w]) <= 1 and not state[w]:
                leaves.append(w)
print(ans)
