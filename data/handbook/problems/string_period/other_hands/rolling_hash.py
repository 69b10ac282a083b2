import sys
from itertools import accumulate

P = 2**127 - 1
X = 998244353987654321


def main():
    letters = sys.stdin.readline().strip().encode()
    n = len(letters)
    prefix = list(accumulate(letters, lambda acc, c: (acc * X + c) % P, initial=0))
    for unit in range(1, n + 1):
        if n % unit:
            continue
        # what the whole would hash to if the first unit were repeated
        factor = pow(X, unit, P)
        whole = 0
        for _ in range(n // unit):
            whole = (whole * factor + prefix[unit]) % P
        if whole == prefix[n]:
            return unit


print(main())
