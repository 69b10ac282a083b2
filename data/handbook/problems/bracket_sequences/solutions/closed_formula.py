from math import comb

n, m = map(int, input().split())
print(comb(2 * n, n) // (n + 1) % m)
