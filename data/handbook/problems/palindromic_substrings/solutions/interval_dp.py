s = input()
n = len(s)
pal = [[False] * n for _ in range(n)]
total = 0
for length in range(1, n + 1):
    for i in range(n - length + 1):
        j = i + length - 1
        if s[i] == s[j] and (length < 3 or pal[i + 1][j - 1]):
            pal[i][j] = True
            total += 1
print(total)
