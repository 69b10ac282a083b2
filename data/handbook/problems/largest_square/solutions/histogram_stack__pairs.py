import sys


def largest_square_below(skyline):
    """Side of the largest square under a histogram."""
    best = 0
    open_bars = []  # (where it begins, height), heights rise
    for x, height in enumerate(skyline + [0]):
        begin = x
        while open_bars and open_bars[-1][1] > height:
            begin, tall = open_bars.pop()
            best = max(best, min(tall, x - begin))
        if not open_bars or open_bars[-1][1] < height:
            open_bars.append((begin, height))
    return best


def main():
    h, w = map(int, sys.stdin.readline().split())
    bars = [0] * w
    results = []
    for _ in range(h):
        digits = map(int, sys.stdin.readline().strip())
        bars = [(b + 1) * d for b, d in zip(bars, digits)]
        results.append(largest_square_below(bars))
    print(max(results))


if __name__ == "__main__":
    main()
