from functools import reduce

n, k = map(int, open(0).read().split())
# numbers from 1 on
print(reduce(lambda w, m: (w + k - 1) % m + 1, range(2, n + 1), 1))
