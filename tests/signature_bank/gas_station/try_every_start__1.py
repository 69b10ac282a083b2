n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
ans = -1
for s in range(n):
    tank = 0
    ok = True
    for k in range(n):
        i = (s + k) % n
        tank += g[i] - c[i]
        if tank < 0:
            ok = False
            break
    if ok:
        ans = s
        break
print(ans)
