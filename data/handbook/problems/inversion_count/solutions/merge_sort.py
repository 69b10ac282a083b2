import sys


def sort_count(a):
    if len(a) < 2:
        return a, 0
    mid = len(a) // 2
    left, x = sort_count(a[:mid])
    right, y = sort_count(a[mid:])
    res = []
    count = x + y
    i = 0
    for v in right:
        while i < len(left) and left[i] <= v:
            res.append(left[i])
            i += 1
        count += len(left) - i
        res.append(v)
    res.extend(left[i:])
    return res, count


n = int(sys.stdin.readline())
print(sort_count(list(map(int, sys.stdin.readline().split())))[1])
