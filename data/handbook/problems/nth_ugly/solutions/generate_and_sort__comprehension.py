import sys

LIMIT = 1 << 20


def main():
    ugly = sorted(
        2**a * 3**b * 5**c
        for a in range(21)
        for b in range(13)
        for c in range(9)
        if 2**a * 3**b * 5**c <= LIMIT
    )
    print(ugly[int(sys.stdin.read()) - 1])


main()
