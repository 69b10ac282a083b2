# d = length of the longest good substring that ends here
import sys
s = sys.stdin.readline().strip()
where, d, top = {}, 0, 0
for i in range(len(s)):
    d = min(d + 1, i - where.get(s[i], -1))
    where[s[i]] = i
    if d > top:
        top = d
print(top)
