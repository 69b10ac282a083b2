import sys

sys.setrecursionlimit(10**4)
survivor = lambda n, k: 0 if n == 1 else (survivor(n - 1, k) + k) % n
n, k = map(int, sys.stdin.read().split())
print(1 + survivor(n, k))
