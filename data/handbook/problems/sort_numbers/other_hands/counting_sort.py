import sys
from collections import Counter
from itertools import chain, repeat


def main():
    sys.stdin.readline()
    nums = list(map(int, sys.stdin.readline().split()))
    freq = Counter(nums)
    lo, hi = min(nums), max(nums)
    print(*chain.from_iterable(repeat(v, freq[v]) for v in range(lo, hi + 1)))


main()
