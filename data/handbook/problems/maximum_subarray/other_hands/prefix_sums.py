from itertools import accumulate
import operator

_ = input()
sums = [0]
sums.extend(accumulate(map(int, input().split())))
lowest = accumulate(sums, min)
print(max(map(operator.sub, sums[1:], lowest)))
