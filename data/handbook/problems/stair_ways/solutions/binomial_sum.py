# choose where the k double moves are among the n - k moves
from math import comb

n = int(input())
print(sum(comb(n - k, k) for k in range(n // 2 + 1)) % (10**9 + 7))
