from collections import Counter

n, target = map(int, input().split())
v = list(map(int, input().split()))
behind = Counter(v)
total = 0
for j, middle in enumerate(v):
    behind[middle] -= 1
    for first in v[:j]:
        total += behind[target - first - middle]
print(total)
