s = input()
n = len(s)
found = 0
for k in range(n, 0, -1):
    for i in range(n - k + 1):
        t = s[i : i + k]
        if t == t[::-1]:
            found = k
            break
    if found:
        break
print(found)
