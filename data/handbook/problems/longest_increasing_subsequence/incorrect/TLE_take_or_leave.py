import sys

sys.setrecursionlimit(10000)
n = int(input())
a = list(map(int, input().split()))


def longest(i, last):
    if i == n:
        return 0
    res = longest(i + 1, last)
    if last is None or a[i] > last:
        res = max(res, 1 + longest(i + 1, a[i]))
    return res


print(longest(0, None))
