import sys
from collections import Counter
from math import gcd, isqrt
from typing import List


def probably_prime(n: int) -> bool:
    """Strong test to the bases 2 and 3, enough below 1 373 653."""
    if n in (2, 3):
        return True
    if n < 2 or not n & 1:
        return False
    twos = ((n - 1) & -(n - 1)).bit_length() - 1
    odd = (n - 1) >> twos
    for base in (2, 3):
        value = pow(base, odd, n)
        if value == 1:
            continue
        if all(pow(base, odd << k, n) != n - 1 for k in range(twos)):
            return False
    return True


def find_divisor(n: int) -> int:
    if not n & 1:
        return 2
    root = isqrt(n)
    if root * root == n:
        return root
    for shift in range(1, n):
        kept = value = 2
        power = steps = 1
        while True:
            value = (value * value + shift) % n
            divisor = gcd(value - kept, n)
            if divisor == n:
                break
            if divisor > 1:
                return divisor
            if steps == power:
                kept, power, steps = value, power * 2, 0
            steps += 1
    raise ValueError(n)


def factorize(n: int) -> List[int]:
    found: Counter = Counter()
    pending = [n]
    while pending:
        m = pending.pop()
        if probably_prime(m):
            found[m] += 1
        elif m > 1:
            d = find_divisor(m)
            pending += [d, m // d]
    return sorted(found.elements())


def main() -> None:
    data = sys.stdin.read().split()
    for token in data[1 : 1 + int(data[0])]:
        print(*factorize(int(token)))


if __name__ == "__main__":
    main()
