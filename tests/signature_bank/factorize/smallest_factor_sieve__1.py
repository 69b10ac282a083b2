t = int(input())
q = [int(input()) for _ in range(t)]
N = max(q)
spf = list(range(N + 1))
i = 2
while i * i <= N:
    if spf[i] == i:
        for j in range(i * i, N + 1, i):
            if spf[j] == j:
                spf[j] = i
    i += 1
for x in q:
    res = []
    while x > 1:
        res.append(spf[x])
        x //= spf[x]
    print(*res)
