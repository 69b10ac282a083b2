from functools import reduce

N, MOD = map(int, input().split())
value = reduce(lambda prev, i: prev * (4 * i - 2) // (i + 1), range(1, N + 1), 1)
print(value % MOD)
