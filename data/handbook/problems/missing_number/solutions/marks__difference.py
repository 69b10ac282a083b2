import sys

n, *numbers = map(int, sys.stdin.read().split())
print((set(range(n + 1)) - set(numbers)).pop())
