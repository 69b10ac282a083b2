s = input().strip()
n = len(s)
cut = list(range(-1, n))
for c in range(n):
    d = 0
    while c - d >= 0 and c + d < n and s[c - d] == s[c + d]:
        cut[c + d + 1] = min(cut[c + d + 1], cut[c - d] + 1)
        d += 1
print(cut[n])
