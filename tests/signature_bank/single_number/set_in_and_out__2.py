import sys


def lonely(values):
    unmatched = set()
    for value in values:
        unmatched ^= {value}
    (answer,) = unmatched
    return answer


print(lonely(sys.stdin.read().split()[1:]))
