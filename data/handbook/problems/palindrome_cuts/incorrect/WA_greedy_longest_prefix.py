s = input().strip()
cuts = -1
while s:
    k = len(s)
    while s[:k] != s[:k][::-1]:
        k -= 1
    s = s[k:]
    cuts += 1
print(cuts)
