from functools import lru_cache


@lru_cache(None)
def fib(n):
    if n <= 1:
        return n
    return fib(n - 1) + fib(n - 2)


n, m = map(int, input().split())
print(fib(n) % m)
