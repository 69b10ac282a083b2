import sys


def prime_flags(limit: int) -> bytearray:
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for p in range(2, int(limit**0.5) + 1):
        if flags[p]:
            flags[p * p :: p] = bytes(len(range(p * p, limit + 1, p)))
    return flags


def main() -> None:
    n = int(sys.stdin.readline())
    flags = prime_flags(n)
    ways = 0
    for a in range(2, n // 2 + 1):
        ways += flags[a] & flags[n - a]
    print(ways)


main()
