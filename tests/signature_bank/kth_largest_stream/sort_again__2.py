import sys

data = list(map(int, sys.stdin.read().split()))
k, numbers = data[0], data[2:]
print(*[sorted(numbers[:i])[-k] if i >= k else -1 for i in range(1, len(numbers) + 1)])
