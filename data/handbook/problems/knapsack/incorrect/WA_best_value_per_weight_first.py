n, w = map(int, input().split())
items = [tuple(map(int, input().split())) for _ in range(n)]
items.sort(key=lambda p: p[1] / p[0], reverse=True)
ans = 0
for a, b in items:
    if a <= w:
        w -= a
        ans += b
print(ans)
