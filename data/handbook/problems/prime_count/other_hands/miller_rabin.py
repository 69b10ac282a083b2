import sys

WITNESSES = (2, 7, 61)


def passes(n: int, base: int) -> bool:
    """Is n a strong probable prime to the base?"""
    exponent = n - 1
    twos = (exponent & -exponent).bit_length() - 1
    power = pow(base, exponent >> twos, n)
    if power == 1:
        return True
    while twos:
        if power == n - 1:
            return True
        power = pow(power, 2, n)
        twos -= 1
    return False


def prime(n: int) -> bool:
    if n in WITNESSES:
        return True
    if n < 2 or n % 2 == 0:
        return False
    return all(passes(n, base) for base in WITNESSES)


low, high = (int(word) for word in sys.stdin.readline().split())
print(len(list(filter(prime, range(low, high + 1)))))
