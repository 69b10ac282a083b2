s, k = input().split()
k = int(k)
while k:
    i = 0
    while i < len(s) - 1 and s[i] <= s[i + 1]:
        i += 1
    s = s[:i] + s[i + 1:]
    k -= 1
print(int(s))
