# coefficient of x^s in (x + x^2 + ... + x^k)^n
import sys
from collections import defaultdict


def main():
    n, k, s = map(int, sys.stdin.buffer.read().split())

    def times(left, right):
        out = defaultdict(int)
        for a, ca in left.items():
            for b, cb in right.items():
                if a + b <= s:
                    out[a + b] += ca * cb
        return out

    die = dict.fromkeys(range(1, k + 1), 1)

    def power(e):
        if e == 0:
            return {0: 1}
        half = power(e // 2)
        whole = times(half, half)
        return times(whole, die) if e % 2 == 1 else whole

    print(power(n).get(s, 0))


main()
