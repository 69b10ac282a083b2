from functools import cache


@cache
def chain(n):
    if n == 1:
        return 1
    if n % 2:
        return chain(3 * n + 1) + 1
    return chain(n // 2) + 1


top = int(input())
lengths = [chain(k) for k in range(1, top + 1)]
print(lengths.index(max(lengths)) + 1, max(lengths))
