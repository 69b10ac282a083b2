# Booth's algorithm: the failure function of the least rotation so far
s = input()
t = s + s
f = [-1] * len(t)
k = 0
for j in range(1, len(t)):
    i = f[j - k - 1]
    while i != -1 and t[j] != t[k + i + 1]:
        if t[j] < t[k + i + 1]:
            k = j - i - 1
        i = f[i]
    if t[j] != t[k + i + 1]:
        if t[j] < t[k]:
            k = j
        f[j - k] = -1
    else:
        f[j - k] = i + 1
print(t[k : k + len(s)])
