s = input().strip()
n = len(s)
cut = list(range(-1, n))
for c in range(n):
    # odd
    l = r = c
    while l >= 0 and r < n and s[l] == s[r]:
        cut[r + 1] = min(cut[r + 1], cut[l] + 1)
        l -= 1
        r += 1
    # even
    l, r = c, c + 1
    while l >= 0 and r < n and s[l] == s[r]:
        cut[r + 1] = min(cut[r + 1], cut[l] + 1)
        l -= 1
        r += 1
print(cut[n])
