n, m = map(int, input().split())
cables = []
for _ in range(m):
    u, v, price = map(int, input().split())
    cables.append((price, u - 1, v - 1))
cables.sort(reverse=True)

# negative: a root, minus the size of its tree
link = [-1] * n


def root(v):
    path = []
    while link[v] >= 0:
        path.append(v)
        v = link[v]
    for u in path:
        link[u] = v
    return v


cost = 0
while cables and min(link) != -n:
    price, u, v = cables.pop()
    u, v = root(u), root(v)
    if u != v:
        if link[u] > link[v]:
            u, v = v, u
        link[u] += link[v]
        link[v] = u
        cost += price
print(cost if min(link) == -n else -1)
