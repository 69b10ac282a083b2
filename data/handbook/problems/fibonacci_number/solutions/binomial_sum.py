from math import comb

n, m = map(int, input().split())
# diagonals of Pascal's triangle
res = 0
k = 0
while k <= n - 1 - k:
    res += comb(n - 1 - k, k)
    k += 1
print(res % m)
