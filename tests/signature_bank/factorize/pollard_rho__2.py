import math
import sys


def miller_rabin(n: int) -> bool:
    if n in (2, 3):
        return True
    if n < 2 or n % 2 == 0:
        return False
    odd = n - 1
    twos = 0
    while not odd & 1:
        odd >>= 1
        twos += 1
    for base in (2, 325, 9375, 28178, 450775, 9780504, 1795265022):
        if base % n == 0:
            continue
        power = pow(base, odd, n)
        if power == 1 or power == n - 1:
            continue
        if not any((power := power * power % n) == n - 1 for _ in range(twos - 1)):
            return False
    return True


def find_divisor(n: int) -> int:
    if not n & 1:
        return 2
    for shift in range(1, n):
        tortoise = hare = 2
        common = 1
        while common == 1:
            tortoise = (tortoise * tortoise + shift) % n
            for _ in range(2):
                hare = (hare * hare + shift) % n
            common = math.gcd(tortoise - hare, n)
        if common < n:
            return common
    return n


def factorize(n):
    stack, found = [n], []
    while stack:
        m = stack.pop()
        if m == 1:
            continue
        if miller_rabin(m):
            found.append(m)
        else:
            d = find_divisor(m)
            stack += [d, m // d]
    return sorted(found)


for word in sys.stdin.read().split()[1:]:
    print(" ".join(map(str, factorize(int(word)))))
