from functools import lru_cache

k, q = map(int, input().split())
a = tuple(map(int, input().split()))


@lru_cache(None)
def win(n):
    for x in a:
        if x <= n and not win(n - x):
            return True
    return False


for n in map(int, input().split()):
    print("first" if win(n) else "second")
