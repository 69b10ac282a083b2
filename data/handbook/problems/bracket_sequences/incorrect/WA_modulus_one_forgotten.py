from functools import cache

n, m = map(int, input().split())


@cache
def f(k):
    if k < 2:
        return 1
    return sum(f(i) * f(k - 1 - i) for i in range(k)) % m


print(f(n))
