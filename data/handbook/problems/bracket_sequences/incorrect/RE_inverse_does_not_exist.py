from math import comb

n, m = map(int, input().split())
print(comb(2 * n, n) * pow(n + 1, -1, m) % m)
