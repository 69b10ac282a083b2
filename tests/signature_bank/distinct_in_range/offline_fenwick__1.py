n, q = map(int, input().split())
a = list(map(int, input().split()))
by = [[] for _ in range(n + 1)]
for i in range(q):
    l, r = map(int, input().split())
    by[r].append((l, i))
t = [0] * (n + 1)

def add(i, v):
    while i <= n:
        t[i] += v
        i += i & -i

def get(i):
    s = 0
    while i > 0:
        s += t[i]
        i -= i & -i
    return s

last = {}
res = [0] * q
for r in range(1, n + 1):
    x = a[r - 1]
    if x in last:
        add(last[x], -1)
    last[x] = r
    add(r, 1)
    for l, i in by[r]:
        res[i] = get(r) - get(l - 1)
for x in res:
    print(x)
