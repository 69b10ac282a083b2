N = 20000
spf = list(range(N + 1))
i = 2
while i * i <= N:
    if spf[i] == i:
        for j in range(i * i, N + 1, i):
            if spf[j] == j:
                spf[j] = i
    i += 1

for _ in range(int(input())):
    n = int(input())
    res = []
    while n > 1:
        res.append(spf[n])
        n //= spf[n]
    print(*res)
