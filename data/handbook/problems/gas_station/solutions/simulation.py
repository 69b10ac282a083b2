n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
ans = -1
for s in range(n):
    tank = 0
    for k in range(n):
        i = (s + k) % n
        tank += g[i] - c[i]
        if tank < 0:
            break
    else:
        ans = s + 1
        break
print(ans)
