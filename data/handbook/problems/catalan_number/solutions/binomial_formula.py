from math import comb

n, m = map(int, input().split())
middle = comb(2 * n, n)
print(middle // (n + 1) % m)
