import sys


def solve(n):
    """How many odd numbers can be taken away, one after the other?"""
    rest = n
    for index, odd in enumerate(range(1, 2 * 10**5, 2)):
        if rest < odd:
            return index
        rest -= odd


print(solve(int(sys.stdin.readline())))
