s = input().strip()
n = len(s)
p = s.find(s[0], 1)
while p != -1 and s[: n - p] != s[p:]:
    p = s.find(s[0], p + 1)
print(p if p > 0 else n)
