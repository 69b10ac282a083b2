s = input().strip()
for k in range(len(s) - 1, -1, -1):
    if s[:k] == s[len(s) - k:]:
        print(k)
        break
