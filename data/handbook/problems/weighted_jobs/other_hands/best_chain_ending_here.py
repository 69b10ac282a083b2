import sys
from typing import NamedTuple


class Offer(NamedTuple):
    begin: int
    end: int
    pay: int


def best_total(offers: list[Offer]) -> int:
    """chain[i] is the best pay of a sequence of jobs that starts with job i."""
    offers = sorted(offers)
    chain = [0] * len(offers)
    for i in range(len(offers) - 1, -1, -1):
        follow = 0
        for j in range(i + 1, len(offers)):
            if offers[j].begin >= offers[i].end:
                follow = max(follow, chain[j])
        chain[i] = offers[i].pay + follow
    return max(chain)


n = int(sys.stdin.readline())
print(best_total([Offer(*map(int, sys.stdin.readline().split())) for _ in range(n)]))
