from itertools import permutations

n = int(input())
p = list(map(int, input().split()))
print(list(permutations(sorted(p))).index(p) + 1)
