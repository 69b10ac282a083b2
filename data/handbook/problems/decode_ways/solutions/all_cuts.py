s = input().strip()
n = len(s)
ans = 0
for mask in range(1 << (n - 1)):
    # bit i: cut after digit i
    start = 0
    good = True
    for i in range(n):
        if i == n - 1 or mask >> i & 1:
            if s[start] == "0" or i - start > 1 or int(s[start : i + 1]) > 26:
                good = False
                break
            start = i + 1
    if good:
        ans += 1
print(ans)
