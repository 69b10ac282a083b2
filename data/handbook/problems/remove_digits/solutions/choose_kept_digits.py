from itertools import combinations

s, k = input().split()
k = int(k)
keep = len(s) - k
if keep == 0:
    print(0)
else:
    print(min(int("".join(c)) for c in combinations(s, keep)))
