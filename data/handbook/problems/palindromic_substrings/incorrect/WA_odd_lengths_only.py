s = input()
ans = 0
for c in range(len(s)):
    k = 0
    while c - k >= 0 and c + k < len(s) and s[c - k] == s[c + k]:
        k += 1
    ans += k
print(ans)
