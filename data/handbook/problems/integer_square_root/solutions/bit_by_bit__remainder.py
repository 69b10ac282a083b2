# like division with pencil and paper, two binary digits at a time
import sys


def main():
    rest = int(sys.stdin.readline())
    root = 0
    place = 1 << 32
    while place > rest:
        place >>= 2
    while place:
        if rest >= root + place:
            rest -= root + place
            root = (root >> 1) + place
        else:
            root >>= 1
        place >>= 2
    print(root)


main()
