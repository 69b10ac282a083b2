import sys
from itertools import permutations


def cost_of(order, dims):
    prev = [i - 1 for i in range(len(dims))]
    succ = [i + 1 for i in range(len(dims))]
    spent = 0
    for b in order:
        p, s = prev[b], succ[b]
        spent += dims[p] * dims[b] * dims[s]
        succ[p], prev[s] = s, p
    return spent


def main():
    sys.stdin.readline()
    dims = tuple(map(int, sys.stdin.readline().split()))
    cheapest = None
    for order in permutations(range(1, len(dims) - 1)):
        spent = cost_of(order, dims)
        if cheapest is None or spent < cheapest:
            cheapest = spent
    print(cheapest)


main()
