from bisect import bisect_left


def sums(b):
    r = [0]
    for x in b:
        r += [y + x for y in r]
    return r


n = int(input())
a = list(map(int, input().split()))
total = sum(a)
left = sums(a[:n // 2])
right = sorted(sums(a[n // 2:]))
best = total
for s in left:
    # want s + t close to total / 2
    i = bisect_left(right, (total - 2 * s + 1) // 2)
    for j in (i - 1, i):
        if 0 <= j < len(right):
            best = min(best, abs(total - 2 * (s + right[j])))
print(best)
