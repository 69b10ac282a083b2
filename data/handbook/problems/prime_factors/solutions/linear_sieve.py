M = 20001
lp = [0] * M
pr = []
for i in range(2, M):
    if lp[i] == 0:
        lp[i] = i
        pr.append(i)
    for p in pr:
        if p > lp[i] or i * p >= M:
            break
        lp[i * p] = p

t = int(input())
for _ in range(t):
    n = int(input())
    out = []
    while n != 1:
        out.append(lp[n])
        n //= lp[n]
    print(" ".join(map(str, out)))
