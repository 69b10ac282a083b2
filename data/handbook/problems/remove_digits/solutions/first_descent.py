s, k = input().split()
for _ in range(int(k)):
    i = 0
    while i + 1 < len(s) and s[i] <= s[i + 1]:
        i += 1
    s = s[:i] + s[i + 1:]
print(int(s) if s else 0)
