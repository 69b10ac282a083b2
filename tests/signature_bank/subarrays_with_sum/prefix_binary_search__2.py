from itertools import accumulate


def contains(sums, wanted):
    lo, hi = 0, len(sums) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if sums[mid] == wanted:
            return True
        if sums[mid] < wanted:
            lo = mid + 1
        else:
            hi = mid - 1
    return False


_, target = map(int, input().split())
sums = list(accumulate(map(int, input().split()), initial=0))
print(sum(contains(sums, s + target) for s in sums))
