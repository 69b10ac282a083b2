n = int(input())
a = []
for _ in range(n):
    l, r = map(int, input().split())
    a.append((r, l))
a.sort()
cur = -1
ans = 0
for r, l in a:
    if l >= cur:
        ans += 1
        cur = r
print(ans)
