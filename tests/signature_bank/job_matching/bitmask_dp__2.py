import sys


def main():
    n, m, _, *pairs = map(int, sys.stdin.read().split())
    allowed = [0] * n
    for a, b in zip(pairs[::2], pairs[1::2]):
        allowed[a - 1] |= 1 << (b - 1)
    possible = [False] * (1 << m)
    possible[0] = True
    for person in range(n):
        for taken in range((1 << m) - 1, -1, -1):
            if possible[taken]:
                for job in range(m):
                    bit = 1 << job
                    if allowed[person] & bit and not taken & bit:
                        possible[taken | bit] = True
    print(max(bin(taken).count("1") for taken in range(1 << m) if possible[taken]))


main()
