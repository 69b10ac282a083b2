import sys
from bisect import bisect_left


def main() -> None:
    begins: list[int] = []
    finishes: list[int] = []
    rows = sys.stdin.read().splitlines()[1:]
    for row in rows:
        if row.strip():
            b, f = row.split()
            begins.append(int(b))
            finishes.append(int(f))
    begins.sort()
    finishes.sort()

    most = 0
    for f in finishes:
        # in the last minute before f
        running = bisect_left(begins, f) - bisect_left(finishes, f)
        if running > most:
            most = running
    print(most)


main()
