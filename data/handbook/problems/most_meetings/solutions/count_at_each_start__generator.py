import sys


def main() -> None:
    data = [int(x) for x in sys.stdin.read().split()]
    starts, ends = data[1::2], data[2::2]
    # the rooms fill up only when a meeting starts
    print(max(sum(s <= now and now < e for s, e in zip(starts, ends)) for now in set(starts)))


main()
