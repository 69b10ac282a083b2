from functools import lru_cache

n, k, s = map(int, input().split())


@lru_cache(maxsize=None)
def f(dice, rest):
    if dice == 0:
        return 1 if rest == 0 else 0
    if rest <= 0:
        return 0
    return sum(f(dice - 1, rest - x) for x in range(1, k + 1))


print(f(n, s))
