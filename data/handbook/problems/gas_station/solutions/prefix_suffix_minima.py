n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
p = [0] * (n + 1)
for i in range(n):
    p[i + 1] = p[i] + g[i] - c[i]
INF = 10 ** 9
pre = [INF] * (n + 1)  # min of p[1..i]
for i in range(1, n + 1):
    pre[i] = min(pre[i - 1], p[i])
suf = [INF] * (n + 2)  # min of p[i..n]
for i in range(n, 0, -1):
    suf[i] = min(suf[i + 1], p[i])
ans = -1
for s in range(n):
    if suf[s + 1] >= p[s] and pre[s] + p[n] >= p[s]:
        ans = s + 1
        break
print(ans)
