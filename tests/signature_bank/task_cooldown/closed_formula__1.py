from collections import Counter

s, k = input().split()
k = int(k)
c = Counter(s)
m = max(c.values())
t = sum(1 for v in c.values() if v == m)
print(max(len(s), (m - 1) * (k + 1) + t))
