N = 20000
spf = list(range(N))
for i in range(2, 142):
    if spf[i] == i:
        for j in range(i * i, N, i):
            if spf[j] == j:
                spf[j] = i
for _ in range(int(input())):
    n = int(input())
    f = []
    while n > 1:
        f.append(spf[n])
        n //= spf[n]
    print(*f)
