n = int(input())
a = list(set(map(int, input().split())))
idx = {x: i for i, x in enumerate(a)}
p = list(range(len(a)))
sz = [1] * len(a)


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


for x in a:
    if x + 1 in idx:
        u, v = find(idx[x]), find(idx[x + 1])
        if u != v:
            if sz[u] < sz[v]:
                u, v = v, u
            p[v] = u
            sz[u] += sz[v]
print(max(sz))
