from itertools import accumulate

n = int(input())
a = list(map(int, input().split()))
sums = [list(accumulate(a[i:])) for i in range(n)]
print(max(max(row) for row in sums))
