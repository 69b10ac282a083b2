import sys

stream = map(int, sys.stdin.read().split())
n, goal = next(stream), next(stream)
size = max(goal, 1000) + 1
times = [0] * size
for v in stream:
    times[v] += 1

low, high, pairs = 0, goal, 0
while low < high:
    pairs += times[low] * times[high]
    low, high = low + 1, high - 1
if low == high:
    pairs += times[low] * (times[low] - 1) // 2
print(pairs)
