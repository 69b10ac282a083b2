# node v: v is in team A, node v + n: v is in team B
n, m = map(int, input().split())
p = list(range(2 * n))


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


def unite(x, y):
    p[find(x)] = find(y)


for _ in range(m):
    a, b = map(int, input().split())
    a -= 1
    b -= 1
    unite(a, b + n)
    unite(b, a + n)
ans = "YES"
for v in range(n):
    if find(v) == find(v + n):
        ans = "NO"
print(ans)
