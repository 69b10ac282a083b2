import sys
from bisect import bisect
from itertools import accumulate, chain, combinations


def every_choice(items):
    picks = chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))
    return [(sum(p[0] for p in pick), sum(p[1] for p in pick)) for pick in picks]


def solve(cap, items):
    table = sorted(every_choice(items[::2]))
    keys = [wt for wt, _ in table]
    tops = list(accumulate((val for _, val in table), max))
    answer = 0
    for wt, val in every_choice(items[1::2]):
        if wt > cap:
            continue
        at = bisect(keys, cap - wt)
        answer = max(answer, val + tops[at - 1])
    return answer


raw = [int(t) for t in sys.stdin.read().split()]
print(solve(raw[1], list(zip(raw[2::2], raw[3::2]))))
