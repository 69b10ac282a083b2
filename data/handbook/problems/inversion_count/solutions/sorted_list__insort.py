from bisect import bisect_right, insort

input()
before = []
total = 0
for x in map(int, input().split()):
    total += len(before) - bisect_right(before, x)
    insort(before, x)
print(total)
