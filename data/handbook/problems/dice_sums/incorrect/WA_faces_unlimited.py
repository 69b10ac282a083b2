from math import comb

n, k, s = map(int, input().split())
# s into n positive parts: n-1 walls in s-1 gaps
if n <= s <= n * k:
    print(comb(s - 1, n - 1))
else:
    print(0)
