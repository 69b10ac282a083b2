a, b = map(int, input().split())
sieve = bytearray([1]) * (b + 2)
sieve[0] = sieve[1] = 0
i = 2
while i * i <= b:
    if sieve[i]:
        sieve[i * i :: i] = bytes(len(range(i * i, b + 2, i)))
    i += 1
print(sum(sieve[a : b + 1]))
