import sys
from operator import itemgetter


def select(intervals):
    chosen = []
    for start, end in sorted(intervals, key=itemgetter(1)):
        if not chosen or chosen[-1][1] <= start:
            chosen.append((start, end))
    return len(chosen)


def main():
    values = list(map(int, sys.stdin.read().split()))[1:]
    print(select(list(zip(values[::2], values[1::2]))))


if __name__ == "__main__":
    main()
