import sys

from sortedcontainers import SortedList


def main() -> None:
    n, k = map(int, sys.stdin.readline().split())
    values = [int(v) for v in sys.stdin.readline().split()]
    window = SortedList()
    result = []
    for i, value in enumerate(values):
        window.add(value)
        if len(window) > k:
            window.remove(values[i - k])
        if len(window) == k:
            result.append(window[-1])
    print(*result)


if __name__ == "__main__":
    main()
