n, q = map(int, input().split())
par = [0, 0] + list(map(int, input().split()))


def depth(v):
    d = 0
    while v != 1:
        v = par[v]
        d += 1
    return d


for _ in range(q):
    a, b = map(int, input().split())
    da, db = depth(a), depth(b)
    while da > db:
        a = par[a]
        da -= 1
    while db > da:
        b = par[b]
        db -= 1
    while a != b:
        a, b = par[a], par[b]
    print(a)
