n, m = map(int, input().split())
deg = [0] * (n + 1)
e = []
for _ in range(m):
    a, b = map(int, input().split())
    e.append({a, b})
# peel off dead ends
left = n
ans = 0
while True:
    for v in range(1, n + 1):
        mine = [r for r in e if v in r]
        if len(mine) == 1:
            ans += 1
            e.remove(mine[0])
            break
    else:
        break
print(ans)
