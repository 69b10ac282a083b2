n, q = map(int, input().split())
a = [0] + list(map(int, input().split()))
by_right = [[] for _ in range(n + 1)]
for i in range(q):
    l, r = map(int, input().split())
    by_right[r].append((l, i))
bit = [0] * (n + 1)


def add(i, x):
    while i <= n:
        bit[i] += x
        i += i & -i


def get(i):
    s = 0
    while i > 0:
        s += bit[i]
        i -= i & -i
    return s


last = {}
ans = [0] * q
for r in range(1, n + 1):
    if a[r] in last:
        add(last[a[r]], -1)
    add(r, 1)
    last[a[r]] = r
    for l, i in by_right[r]:
        ans[i] = get(r) - get(l - 1)
for x in ans:
    print(x)
