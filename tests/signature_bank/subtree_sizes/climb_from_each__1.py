n = int(input())
p = [0, 0] + list(map(int, input().split()))
sz = [0] * (n + 1)
for i in range(1, n + 1):
    u = i
    while u:
        sz[u] += 1
        u = p[u]
print(*sz[1:])
