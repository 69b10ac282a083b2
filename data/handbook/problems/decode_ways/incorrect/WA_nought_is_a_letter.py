s = input().strip()
a, b = 1, 1
for i in range(1, len(s)):
    a, b = b, b + (a if 10 <= int(s[i - 1 : i + 1]) <= 26 else 0)
print(b)
