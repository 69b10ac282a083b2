from collections import Counter
from itertools import accumulate

first, second = open(0)
k = int(first.split()[1])
before: Counter[int] = Counter()
answer = 0
for total in accumulate(map(int, second.split()), initial=0):
    answer += before[total - k]
    before[total] += 1
print(answer)
