import math
import sys


def ways(goal, coins):
    # no count is above the number of partitions of goal, below exp(pi * sqrt(2 goal / 3))
    bits = int(math.pi * math.sqrt(2 * goal / 3) / math.log(2)) + 8
    room = bits * (goal + 1)

    poly = 1
    for coin in coins:
        shift = coin * bits
        while shift < room:
            poly += poly << shift
            poly &= ~(-1 << room)
            shift <<= 1
    return poly >> (bits * goal)


_, goal, *coins = map(int, sys.stdin.read().split())
print(ways(goal, coins) % 1000000007)
