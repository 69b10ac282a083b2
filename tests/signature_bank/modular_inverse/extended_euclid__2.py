import sys


def inverse(value: int, modulus: int) -> int:
    r0, r1 = value, modulus
    s0, s1 = 1, 0
    while r1:
        q = r0 // r1
        r0, r1 = r1, r0 - q * r1
        s0, s1 = s1, s0 - q * s1
    return s0 % modulus


print(inverse(*map(int, sys.stdin.read().split())))
