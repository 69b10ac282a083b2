import sys


def most_at_once(arrivals: list[int], departures: list[int]) -> int:
    """Both lists sorted. Move through the arrivals; gone counts those who left before."""
    gone = 0
    most = 0
    for came, arrival in enumerate(arrivals, 1):
        while departures[gone] < arrival:
            gone += 1
        most = max(most, came - gone)
    return most


def main() -> None:
    rows = [line.split() for line in sys.stdin.read().strip().split("\n")][1:]
    starts, ends = zip(*((int(a), int(b)) for a, b in rows))
    print(most_at_once(sorted(starts), sorted(ends)))


main()
