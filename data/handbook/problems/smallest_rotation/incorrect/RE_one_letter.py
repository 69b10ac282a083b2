s = input()
n = len(s)
t = s + s
i, j = 0, 1
while i < n and j < n:
    k = 0
    while t[i + k] == t[j + k]:
        k += 1
    if t[i + k] > t[j + k]:
        i += k + 1
    else:
        j += k + 1
    if i == j:
        j += 1
p = min(i, j)
print(t[p : p + n])
