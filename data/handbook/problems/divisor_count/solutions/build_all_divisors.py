n = int(input())
divs = [1]
p = 2
while n > 1:
    if p * p > n:
        p = n
    q = 1
    base = divs[:]
    while n % p == 0:
        n //= p
        q *= p
        divs += [d * q for d in base]
    p += 1
print(len(divs))
