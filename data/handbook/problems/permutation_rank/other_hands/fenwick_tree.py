import sys


def solve(perm):
    size = len(perm)
    bit = [0] * size  # base 0

    def mark(at):
        while at < size:
            bit[at] += 1
            at |= at + 1

    def marked_before(at):
        found = 0
        at -= 1
        while at >= 0:
            found += bit[at]
            at = (at & (at + 1)) - 1
        return found

    place = 0
    for index, v in enumerate(perm):
        place *= size - index
        place += v - 1 - marked_before(v - 1)
        mark(v - 1)
    return place + 1


print(solve([int(t) for t in sys.stdin.read().split()[1:]]))
