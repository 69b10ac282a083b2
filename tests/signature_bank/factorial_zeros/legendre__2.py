import sys


def zeros(n: int) -> int:
    total = 0
    power = 5
    while power <= n:
        total += n // power
        power *= 5
    return total


print(zeros(int(sys.stdin.read())))
