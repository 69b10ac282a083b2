import sys


def first_repeated(values):
    mask = 0
    for value in values:
        bit = 1 << value
        if mask & bit:
            return value
        mask ^= bit
    return -1


def main():
    tokens = sys.stdin.buffer.read().split()
    print(first_repeated(map(int, tokens[1:])))


main()
