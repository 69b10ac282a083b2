import sys


def pieces(word, size):
    return {word[at:at + size] for at in range(len(word) - size + 1)}


def main():
    one, two = sys.stdin.read().split()
    low, high = 0, min(len(one), len(two))
    while low < high:
        size = (low + high + 1) >> 1
        if pieces(one, size).isdisjoint(pieces(two, size)):
            high = size - 1
        else:
            low = size
    print(high)


main()
