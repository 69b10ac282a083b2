import sys


def at_most(xs, bound, stop):
    """How many of xs[:stop] are <= bound."""
    left, right = -1, stop
    while right - left > 1:
        m = (left + right) // 2
        if xs[m] <= bound:
            left = m
        else:
            right = m
    return right


def main():
    n, goal = map(int, sys.stdin.readline().split())
    xs = list(map(int, sys.stdin.readline().split()))
    xs.sort()
    print(sum(at_most(xs, goal - xs[k], k) - at_most(xs, goal - xs[k] - 1, k) for k in range(1, n)))


main()
