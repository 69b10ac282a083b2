a, b = map(int, input().split())
sieve = [True] * (b + 2)
sieve[0] = sieve[1] = False
for i in range(2, b + 1):
    if i * i > b:
        break
    if sieve[i]:
        for j in range(i * i, b + 1, i):
            sieve[j] = False
print(sum(sieve[a:b]))
