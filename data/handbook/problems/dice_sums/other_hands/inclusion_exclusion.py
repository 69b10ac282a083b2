import sys


def choose(n: int, r: int) -> int:
    if r < 0 or r > n:
        return 0
    value = 1
    for i in range(r):
        value = value * (n - i) // (i + 1)
    return value


def signed_terms(dice, faces, total):
    for over in range(dice + 1):
        free = total - over * faces - 1
        if free >= 0:
            yield (-1) ** over * choose(dice, over) * choose(free, dice - 1)


print(sum(signed_terms(*map(int, sys.stdin.readline().split()))))
