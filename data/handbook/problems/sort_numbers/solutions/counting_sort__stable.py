# how many numbers are smaller, is where a number goes
import sys
from itertools import accumulate


def main():
    n, *a = map(int, sys.stdin.read().split())
    count = [0] * 1002
    for x in a:
        count[x + 1] += 1
    place = list(accumulate(count))
    result = [0] * n
    for x in a:
        result[place[x]] = x
        place[x] += 1
    print(*result)


main()
