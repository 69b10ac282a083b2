import sys
from math import isqrt


def main() -> None:
    n = int(sys.stdin.read())
    root = isqrt(n)
    small = sum(1 for d in range(1, root + 1) if n % d == 0)
    print(2 * small - (root * root == n))


main()
