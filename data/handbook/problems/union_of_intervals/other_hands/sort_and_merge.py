import sys


def blocks(segments):
    it = iter(sorted(segments))
    lo, hi = next(it)
    for a, b in it:
        if a > hi:
            yield lo, hi
            lo, hi = a, b
        elif b > hi:
            hi = b
    yield lo, hi


numbers = [int(w) for w in sys.stdin.read().split()]
segments = zip(numbers[1::2], numbers[2::2])
length = 0
for lo, hi in blocks(segments):
    length += hi - lo
print(length)
