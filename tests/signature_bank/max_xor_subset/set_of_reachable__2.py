import sys


def main():
    values = list(map(int, sys.stdin.read().split()))[1:]
    limit = 1 << max(values).bit_length()
    possible = [False] * limit
    possible[0] = True
    for value in values:
        following = possible[:]
        for total in range(limit):
            if possible[total]:
                following[total ^ value] = True
        possible = following
    print(max(total for total in range(limit) if possible[total]))


main()
