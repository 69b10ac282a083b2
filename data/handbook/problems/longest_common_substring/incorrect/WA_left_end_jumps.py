s = input()
t = input()
best = 0
i = 0
while i < len(s):
    k = 0
    while i + k < len(s) and s[i:i + k + 1] in t:
        k += 1
    best = max(best, k)
    i += max(k, 1)
print(best)
