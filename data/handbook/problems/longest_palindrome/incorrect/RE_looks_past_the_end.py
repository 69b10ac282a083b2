s = input()
n = len(s)
best = 1
for i in range(n):
    for l, r in ((i, i), (i, i + 1)):
        while l >= 0 and s[l] == s[r]:
            best = max(best, r - l + 1)
            l -= 1
            r += 1
print(best)
