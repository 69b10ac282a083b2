import fileinput
from itertools import compress
from math import isqrt


def primes_upto(limit: int) -> list[int]:
    flags = bytearray([1]) * (limit + 1)
    flags[:2] = bytes(len(flags[:2]))
    for p in range(2, isqrt(limit) + 1):
        if flags[p]:
            flags[p * p :: p] = bytes(len(range(p * p, limit + 1, p)))
    return list(compress(range(limit + 1), flags))


def multiplicity(n: int, p: int) -> int:
    times = 0
    while n % p ** (times + 1) == 0:
        times += 1
    return times


def factors(n: int, primes: list[int]) -> list[int]:
    result: list[int] = []
    rest = n
    for p in primes:
        if p * p > rest:
            break
        times = multiplicity(rest, p)
        result += [p] * times
        rest //= p**times
    return result + [rest] * (rest > 1)


stream = fileinput.input()
next(stream)
queries = [int(line) for line in stream]
small = primes_upto(isqrt(max(queries)))
for query in queries:
    print(" ".join(map(str, factors(query, small))))
