s = input()
n = len(s)
best = 1
for i in range(n):
    k = 0
    while i - k >= 0 and i + k < n and s[i - k] == s[i + k]:
        best = max(best, 2 * k + 1)
        k += 1
print(best)
