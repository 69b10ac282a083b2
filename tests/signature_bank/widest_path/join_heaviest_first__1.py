n, m, s, t = map(int, input().split())
e = []
for _ in range(m):
    a, b, w = map(int, input().split())
    e.append((w, a, b))
e.sort(reverse=True)
p = list(range(n + 1))

def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x

ans = 0
for w, a, b in e:
    p[find(a)] = find(b)
    if find(s) == find(t):
        ans = w
        break
print(ans)
