import sys
from bisect import bisect_left


def main():
    data = list(map(int, sys.stdin.read().split()))
    k, pos = data[1], sorted(data[2:])

    def pairs_closer_than(d):
        # pairs with a distance below d
        s = 0
        for j, x in enumerate(pos):
            s += j - bisect_left(pos, x - d + 1, 0, j)
        return s

    # largest d with fewer than k pairs below it
    ans = 0
    step = 2048
    while step:
        if ans + step <= 2001 and pairs_closer_than(ans + step) < k:
            ans += step
        step >>= 1
    print(ans)


main()
