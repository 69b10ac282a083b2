n = int(input())
h = list(map(int, input().split()))
p = list(range(n))
size = [0] * n


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


best = 0
for i in sorted(range(n), key=lambda i: -h[i]):
    size[i] = 1
    for j in (i - 1, i + 1):
        if 0 <= j < n and size[j]:
            r = find(j)
            p[r] = i
            size[i] += size[r]
    best = max(best, h[i] * size[i])
print(best)
