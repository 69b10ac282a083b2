from functools import lru_cache


@lru_cache(None)
def f(left, balance):
    if balance < 0 or balance > left:
        return 0
    if left == 0:
        return 1
    return f(left - 1, balance + 1) + f(left - 1, balance - 1)


n, m = map(int, input().split())
print(f(2 * n, 0) % m)
