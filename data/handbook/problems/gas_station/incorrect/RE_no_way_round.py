n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
ans = -1
for s in range(n):
    tank = 0
    i = s
    while i < s + n and tank >= 0:
        tank += g[i] - c[i]
        i += 1
    if tank >= 0:
        ans = s + 1
        break
print(ans)
