t = input()
p = input()
fail = [0] * len(p)
k = 0
for i in range(1, len(p)):
    while k and p[i] != p[k]:
        k = fail[k - 1]
    if p[i] == p[k]:
        k += 1
    fail[i] = k
count = k = 0
for c in t:
    while k and (k == len(p) or p[k] != c):
        k = fail[k - 1]
    if p[k] == c:
        k += 1
    if k == len(p):
        count += 1
print(count)
