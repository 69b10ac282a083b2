a, b = map(int, input().split())
sieve = [1] * (b + 1)
sieve[0] = 0
sieve[1] = 0
for i in range(2, int(b**0.5) + 1):
    if sieve[i]:
        for j in range(i * i, b + 1, i):
            sieve[j] = 0
print(sum(sieve[a:]))
