import sys


def divides_all(d, values):
    for v in values:
        if v % d != 0:
            return False
    return True


def greatest(values):
    for candidate in range(min(values), 0, -1):
        if divides_all(candidate, values):
            return candidate


_, *values = map(int, sys.stdin.read().split())
print(greatest(values))
