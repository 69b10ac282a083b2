s = input()
ans = 0
for c in range(2 * len(s) - 1):
    l, r = c // 2, (c + 1) // 2
    while l >= 0 and s[l] == s[r]:
        ans += 1
        l -= 1
        r += 1
print(ans)
