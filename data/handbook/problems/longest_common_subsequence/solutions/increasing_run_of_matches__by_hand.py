import sys


def lower_bound(values, x):
    lo, hi = 0, len(values)
    while lo < hi:
        mid = (lo + hi) // 2
        if values[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def solve(s, t):
    """Every pair of equal letters is a match; a common subsequence is a chain of matches that rises in both words."""
    where = {}
    for index, letter in enumerate(t):
        where.setdefault(letter, []).append(index)
    matches = []
    for letter in s:
        matches.extend(reversed(where.get(letter, [])))
    ends = []  # ends[k]: the least last position of a chain of k + 1 matches
    for match in matches:
        at = lower_bound(ends, match)
        ends[at : at + 1] = [match]
    return len(ends)


def main():
    s, t = sys.stdin.read().split()
    print(solve(s, t))


main()
