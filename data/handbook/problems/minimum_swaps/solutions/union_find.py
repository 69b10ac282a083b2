n = int(input())
a = list(map(int, input().split()))
b = sorted(a)
p = list(range(n))


def find(x):
    if p[x] != x:
        p[x] = find(p[x])
    return p[x]


ans = 0
for i in range(n):
    u = find(i)
    v = find(b.index(a[i]))
    if u != v:
        p[u] = v
        ans += 1
print(ans)
