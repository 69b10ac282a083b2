from functools import reduce

with open(0) as f:
    f.readline()
    quotes = map(int, f.readline().split())


def step(state, quote):
    cheapest, profit = state
    return min(cheapest, quote), max(profit, quote - cheapest)


print(reduce(step, quotes, (10 ** 6, 0))[1])
