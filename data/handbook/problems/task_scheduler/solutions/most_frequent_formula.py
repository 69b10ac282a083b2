from collections import Counter

k = int(input())
s = input().strip()
c = Counter(s).values()
m = max(c)
print(max(len(s), (m - 1) * (k + 1) + list(c).count(m)))
