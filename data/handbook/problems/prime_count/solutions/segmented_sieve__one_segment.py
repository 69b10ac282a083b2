# the numbers from a to b alone are crossed out, by the primes up to the root of b
a, b = map(int, input().split())
a = max(a, 2)
primes = []
k = 2
while k * k <= b:
    if all(k % p for p in primes if p * p <= k):
        primes.append(k)
    k += 1
alive = bytearray(b"\x01" * max(0, b - a + 1))
for p in primes:
    start = p * p
    if start < a:
        start = a + (-a) % p
    for m in range(start, b + 1, p):
        alive[m - a] = 0
print(alive.count(1))
