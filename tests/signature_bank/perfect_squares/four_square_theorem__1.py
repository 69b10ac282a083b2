from math import isqrt

n = int(input())

def solve(n):
    if isqrt(n) ** 2 == n:
        return 1
    m = n
    while m % 4 == 0:
        m //= 4
    if m % 8 == 7:
        return 4
    for i in range(1, isqrt(n) + 1):
        r = n - i * i
        if isqrt(r) ** 2 == r:
            return 2
    return 3

print(solve(n))
