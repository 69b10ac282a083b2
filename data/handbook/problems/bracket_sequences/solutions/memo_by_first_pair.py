from functools import cache

n, m = map(int, input().split())


@cache
def c(k):
    if k == 0:
        return 1 % m
    # (i pairs inside the first one) the others behind it
    return sum(c(i) * c(k - 1 - i) for i in range(k)) % m


print(c(n))
