n = int(input())
cnt = {}
for x in map(int, input().split()):
    cnt[x] = cnt.get(x, 0) + 1
ans = -1
for x, c in cnt.items():
    if 2 * c > n:
        ans = x
print(ans)
