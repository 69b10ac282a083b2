from itertools import permutations

n = int(input())
p = tuple(map(int, input().split()))
print(list(permutations(range(1, n + 1))).index(p))
