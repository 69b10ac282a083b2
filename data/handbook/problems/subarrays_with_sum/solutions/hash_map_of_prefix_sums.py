n, k = map(int, input().split())
a = list(map(int, input().split()))
cnt = {0: 1}
s = 0
ans = 0
for x in a:
    s += x
    ans += cnt.get(s - k, 0)
    cnt[s] = cnt.get(s, 0) + 1
print(ans)
