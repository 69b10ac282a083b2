# for every right end: the smallest prefix sum to the left of it, by a range minimum query
from itertools import accumulate

n = int(input())
a = list(map(int, input().split()))
p = [0] + list(accumulate(a))

table = [p]
width = 1
while 2 * width <= n + 1:
    last = table[-1]
    table.append([min(last[i], last[i + width]) for i in range(n + 2 - 2 * width)])
    width *= 2


def range_min(l, r):
    k = (r - l + 1).bit_length() - 1
    return min(table[k][l], table[k][r - (1 << k) + 1])


ans = p[1]
for r in range(1, n + 1):
    ans = max(ans, p[r] - range_min(0, r - 1))
print(ans)
