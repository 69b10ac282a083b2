from collections import Counter

k = int(input())
c = sorted(Counter(input().strip()).values())
m = c[-1]
print((m - 1) * (k + 1) + c.count(m))
