n = int(input())
spf = list(range(n + 1))
i = 2
while i * i <= n:
    if spf[i] == i:
        for j in range(i * i, n + 1, i):
            if spf[j] == j:
                spf[j] = i
    i += 1
ans = 1
while n > 1:
    p = spf[n]
    e = 0
    while n % p == 0:
        n //= p
        e += 1
    ans *= e + 1
print(ans)
