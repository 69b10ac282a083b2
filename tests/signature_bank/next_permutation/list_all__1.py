from itertools import permutations

n = int(input())
a = tuple(map(int, input().split()))
p = sorted(set(permutations(a)))
i = p.index(a)
print(*p[(i + 1) % len(p)])
