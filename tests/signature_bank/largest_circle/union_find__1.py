n, m = map(int, input().split())
p = [-1] * (n + 1)

def find(x):
    if p[x] < 0:
        return x
    p[x] = find(p[x])
    return p[x]

for _ in range(m):
    a, b = map(int, input().split())
    a, b = find(a), find(b)
    if a == b:
        continue
    if p[a] > p[b]:
        a, b = b, a
    p[a] += p[b]
    p[b] = a
print(-min(p[1:]))
