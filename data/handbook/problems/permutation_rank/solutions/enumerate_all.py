from itertools import permutations

n = int(input())
p = tuple(map(int, input().split()))
for place, q in enumerate(permutations(range(1, n + 1)), 1):
    if q == p:
        print(place)
        break
