import sys


def main() -> None:
    words = sys.stdin.read().split()
    can = {0: True}
    for w in words[1:]:
        x = int(w)
        for y in list(can):
            can[x ^ y] = True
    print(max(can))


main()
