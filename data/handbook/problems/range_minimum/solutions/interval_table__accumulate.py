import fileinput
from itertools import accumulate


def main():
    with fileinput.input() as lines:
        n, q = map(int, next(lines).split())
        values = tuple(map(int, next(lines).split()))
        # lows[i][k] is the least of the k + 1 values from i on
        lows = [list(accumulate(values[i:], min)) for i in range(n)]
        for _ in range(q):
            left, right = map(int, next(lines).split())
            print(lows[left - 1][right - left])


if __name__ == "__main__":
    main()
