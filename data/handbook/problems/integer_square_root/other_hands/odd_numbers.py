from itertools import accumulate, count, takewhile

target = int(input())
squares = accumulate(count(1, 2))
print(sum(1 for _ in takewhile(lambda total: total <= target, squares)))
