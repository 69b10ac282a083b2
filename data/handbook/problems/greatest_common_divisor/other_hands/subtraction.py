import sys


def shrink(pair):
    low, high = sorted(pair)
    while low:
        high -= low
        if high < low:
            low, high = high, low
    return high


class Divisor:
    def __init__(self):
        self.value = 0

    def feed(self, x):
        self.value = shrink((self.value, x))


tokens = sys.stdin.read().split()
d = Divisor()
for token in tokens[1:]:
    d.feed(int(token))
print(d.value)
