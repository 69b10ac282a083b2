from itertools import combinations

n, w = map(int, input().split())
items = [tuple(map(int, input().split())) for _ in range(n)]
print(
    max(
        sum(b for a, b in c)
        for k in range(1, n + 1)
        for c in combinations(items, k)
        if sum(a for a, b in c) <= w
    )
)
