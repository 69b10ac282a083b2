import sys

n, *a = map(int, sys.stdin.read().split())
prefix = [0] * (n + 1)
for i, x in enumerate(a):
    prefix[i + 1] = prefix[i] + x
# highest[i]: the largest prefix sum at a position >= i
highest = prefix[:]
for i in reversed(range(n)):
    highest[i] = max(highest[i], highest[i + 1])
print(max(highest[i + 1] - prefix[i] for i in range(n)))
