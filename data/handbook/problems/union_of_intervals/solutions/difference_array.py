n = int(input())
d = [0] * 1002
for _ in range(n):
    l, r = map(int, input().split())
    d[l] += 1
    d[r] -= 1
cur = ans = 0
for x in d:
    cur += x
    if cur > 0:
        ans += 1
print(ans)
