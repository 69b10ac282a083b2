# Hunt-Szymanski: the positions of the matches, from right to left for every letter, then LIS
from bisect import bisect_left
from collections import defaultdict

a = input()
b = input()
pos = defaultdict(list)
for j in range(len(b) - 1, -1, -1):
    pos[b[j]].append(j)
tails = []
for c in a:
    for j in pos[c]:
        k = bisect_left(tails, j)
        if k == len(tails):
            tails.append(j)
        else:
            tails[k] = j
print(len(tails))
