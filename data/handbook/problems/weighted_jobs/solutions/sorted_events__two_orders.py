import sys


def greatest_pay(start: list[int], end: list[int], pay: list[int]) -> int:
    everyone = range(len(pay))
    by_start = iter(sorted(everyone, key=start.__getitem__))
    by_end = sorted(everyone, key=end.__getitem__)
    reached = {}
    best = 0
    coming = next(by_start)
    for job in by_end:
        # all jobs that start before this end
        while coming is not None and start[coming] < end[job]:
            reached[coming] = best + pay[coming]
            coming = next(by_start, None)
        best = max(best, reached[job])
    return best


n, *rest = map(int, sys.stdin.buffer.read().split())
print(greatest_pay(rest[0::3], rest[1::3], rest[2::3]))
