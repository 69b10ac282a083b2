from functools import lru_cache

n, w = map(int, input().split())
items = [tuple(map(int, input().split())) for _ in range(n)]


@lru_cache(None)
def go(i, left):
    if i == n:
        return 0
    best = go(i + 1, left)
    if items[i][0] <= left:
        best = max(best, go(i + 1, left - items[i][0]) + items[i][1])
    return best


print(go(0, w))
