import sys


def min_rooms(starts, ends):
    starts, ends = sorted(starts), sorted(ends)
    rooms = 0
    freed = 0
    for start in starts:
        if start >= ends[freed]:
            freed += 1
        else:
            rooms += 1
    return rooms


def main():
    lines = sys.stdin.read().strip().split("\n")
    starts, ends = zip(*(map(int, line.split()) for line in lines[1:]))
    print(min_rooms(starts, ends))


if __name__ == "__main__":
    main()
