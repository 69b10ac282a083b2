import sys


def count(pairs, modulus):
    """ways[b]: prefixes of the current length with b brackets open"""
    ways = [1] + [0] * pairs
    for _ in range(2 * pairs):
        following = []
        for balance in range(pairs + 1):
            total = 0
            if balance > 0:
                total += ways[balance - 1]
            if balance < pairs:
                total += ways[balance + 1]
            following.append(total % modulus)
        ways = following
    return ways[0] % modulus


def main():
    pairs, modulus = map(int, sys.stdin.readline().split())
    print(count(pairs, modulus))


main()
