import sys

_, *ratings = map(int, sys.stdin.read().split())
order = [(rating, child) for child, rating in enumerate(ratings)]
order.sort()
given = {}
for rating, child in order:
    sweets = 1
    for other in (child - 1, child + 1):
        if 0 <= other < len(ratings) and ratings[other] < rating:
            sweets = max(sweets, given[other] + 1)
    given[child] = sweets
print(sum(given.values()))
