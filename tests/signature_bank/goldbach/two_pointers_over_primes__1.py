n = int(input())
pr = []
for x in range(2, n):
    ok = True
    for p in pr:
        if p * p > x:
            break
        if x % p == 0:
            ok = False
            break
    if ok:
        pr.append(x)
i, j = 0, len(pr) - 1
c = 0
while i <= j:
    s = pr[i] + pr[j]
    if s == n:
        c += 1
        i += 1
        j -= 1
    elif s < n:
        i += 1
    else:
        j -= 1
print(c)
