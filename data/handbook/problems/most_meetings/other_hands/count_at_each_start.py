import sys

nums = [int(w) for w in sys.stdin.read().split()][1:]
opening, closing = nums[::2], nums[1::2]


def busy(minute):
    return len([1 for o, c in zip(opening, closing) if o <= minute and minute < c])


print(max(map(busy, opening)))
