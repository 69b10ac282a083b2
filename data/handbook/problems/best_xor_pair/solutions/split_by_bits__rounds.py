import sys
from collections import defaultdict


def halves(group, bit):
    parts = defaultdict(list)
    for number in group:
        parts[bool(number & bit)].append(number)
    return parts[False], parts[True]


def main():
    numbers = [int(t) for t in sys.stdin.read().split()][1:]
    pairs = [(numbers, numbers)]
    bit = 512
    while bit:
        different, equal = [], []
        for left, right in pairs:
            left0, left1 = halves(left, bit)
            right0, right1 = halves(right, bit)
            different += [(left0, right1), (left1, right0)]
            equal += [(left0, right0), (left1, right1)]
        # keep pairs of groups that differ in this bit if there are any
        pairs = [p for p in different if all(p)] or [p for p in equal if all(p)]
        bit >>= 1
    left, right = pairs[0]
    print(left[0] ^ right[0])


main()
