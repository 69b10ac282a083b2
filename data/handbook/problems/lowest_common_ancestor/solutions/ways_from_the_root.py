# both ways down from the root; the last person that they share
n, q = map(int, input().split())
par = [0, 0] + list(map(int, input().split()))


def way(v):
    res = []
    while v:
        res.append(v)
        v = par[v]
    return res[::-1]


for _ in range(q):
    a, b = map(int, input().split())
    for x, y in zip(way(a), way(b)):
        if x != y:
            break
        ans = x
    print(ans)
