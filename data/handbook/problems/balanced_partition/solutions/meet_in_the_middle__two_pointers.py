import itertools
import sys


def differences(part):
    """All differences first bag minus second bag of a part, ascending."""
    signs = itertools.product((1, -1), repeat=len(part))
    return sorted({sum(s * w for s, w in zip(row, part)) for row in signs})


def nearest_to_zero(xs, ys):
    i, j = 0, len(ys) - 1
    best = abs(xs[i] + ys[j])
    while i < len(xs) and j >= 0:
        d = xs[i] + ys[j]
        best = min(best, abs(d))
        if d > 0:
            j -= 1
        elif d < 0:
            i += 1
        else:
            break
    return best


def main():
    n = int(sys.stdin.readline())
    weights = list(map(int, sys.stdin.readline().split()))
    even, odd = weights[::2], weights[1::2]
    print(nearest_to_zero(differences(even), differences(odd)))


if __name__ == "__main__":
    main()
