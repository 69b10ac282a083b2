s = input().strip()
n = len(s)
ans = n - 1
for mask in range(1 << (n - 1)):
    ok = True
    start = 0
    cnt = 0
    for i in range(1, n + 1):
        if i == n or mask >> (i - 1) & 1:
            t = s[start:i]
            if t != t[::-1]:
                ok = False
                break
            start = i
            cnt += 1
    if ok:
        ans = min(ans, cnt - 1)
print(ans)
