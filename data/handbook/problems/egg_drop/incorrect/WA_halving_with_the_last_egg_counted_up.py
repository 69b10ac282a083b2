k, n = map(int, input().split())
drops = 0
while k > 1 and n > 0:
    n //= 2
    k -= 1
    drops += 1
print(drops + n)
