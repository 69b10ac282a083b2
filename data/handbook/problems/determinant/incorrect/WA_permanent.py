from itertools import permutations
from math import prod

n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
print(sum(prod(a[i][p[i]] for i in range(n)) for p in permutations(range(n))))
