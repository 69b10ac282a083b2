# primes up to sqrt(20000) are enough
L = 150
sieve = [True] * L
primes = []
for i in range(2, L):
    if sieve[i]:
        primes.append(i)
        for j in range(i * i, L, i):
            sieve[j] = False

for _ in range(int(input())):
    n = int(input())
    ans = []
    for p in primes:
        while n % p == 0:
            ans.append(p)
            n //= p
    if n > 1:
        ans.append(n)
    print(*ans)
