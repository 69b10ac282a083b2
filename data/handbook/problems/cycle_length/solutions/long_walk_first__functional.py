import sys
from functools import reduce


def solve(text):
    s, a, b, c, m = map(int, text.split())
    f = lambda x, _=None: (a * x * x + b * x + c) % m

    deep = reduce(f, range(m + 5), s)  # certainly past the tail

    def loop():
        here = deep
        while True:
            yield here
            here = f(here)
            if here == deep:
                return

    members = frozenset(loop())

    def before_loop():
        here = s
        while here not in members:
            yield here
            here = f(here)

    return sum(1 for _ in before_loop()), len(members)


for number, end in zip(solve(sys.stdin.readline()), " \n"):
    print(number, end=end)
