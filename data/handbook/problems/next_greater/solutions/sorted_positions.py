# from the largest number down: the positions of all greater numbers, kept in order
from bisect import bisect_left, insort

n = int(input())
a = list(map(int, input().split()))
order = sorted(range(n), key=lambda i: (-a[i], i))
# among equal numbers the left ones first: one to the left never helps
greater = []
res = [-1] * n
for i in order:
    k = bisect_left(greater, i)
    if k < len(greater):
        res[i] = a[greater[k]]
    insort(greater, i)
print(*res)
