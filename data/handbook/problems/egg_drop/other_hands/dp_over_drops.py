from itertools import count
import sys

K, N = [int(x) for x in sys.stdin.read().split()]


def tower_heights():
    """heights that can be searched with K eggs in 0, 1, 2, ... drops"""
    h = [0] * (K + 1)
    while 1:
        yield h[K]
        one_egg_less = h[0]
        for e in range(1, K + 1):
            old = h[e]
            h[e] = old + 1 + one_egg_less
            one_egg_less = old


for d, height in zip(count(), tower_heights()):
    if height >= N:
        print(d)
        break
