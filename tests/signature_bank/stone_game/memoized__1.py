from functools import lru_cache

n, k = map(int, input().split())
a = list(map(int, input().split()))

@lru_cache(None)
def win(i):
    for x in a:
        if i >= x and not win(i - x):
            return True
    return False

print("".join("W" if win(i) else "L" for i in range(1, n + 1)))
