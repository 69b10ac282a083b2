# every round takes all leaves away and shortens the longest way by two roads
n = int(input())
g = [set() for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].add(b)
    g[b].add(a)
left = n
leaves = [v for v in range(1, n + 1) if len(g[v]) <= 1]
rounds = 0
while left > 2:
    rounds += 1
    left -= len(leaves)
    nxt = []
    for v in leaves:
        u = g[v].pop()
        g[u].remove(v)
        if len(g[u]) == 1:
            nxt.append(u)
    leaves = nxt
print(2 * rounds + left - 1)
