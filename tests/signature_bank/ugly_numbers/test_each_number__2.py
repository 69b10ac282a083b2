from itertools import count, islice
import sys


def ugly(number):
    while number % 2 == 0:
        number //= 2
    while number % 3 == 0:
        number //= 3
    while number % 5 == 0:
        number //= 5
    return number == 1


n = int(sys.stdin.read())
print(list(islice(filter(ugly, count(1)), n))[-1])
