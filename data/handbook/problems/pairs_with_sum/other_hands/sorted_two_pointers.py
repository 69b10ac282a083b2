import sys


def solve(xs, goal):
    xs = sorted(xs)
    last = len(xs) - 1
    result = 0
    first = 0
    while first < last:
        gap = goal - xs[first] - xs[last]
        if gap > 0:
            first += 1
        elif gap < 0:
            last -= 1
        else:
            # all partners of xs[first], then go on with the next number
            k = last
            while k > first and xs[k] == xs[last]:
                result += 1
                k -= 1
            first += 1
    return result


(_, goal), xs = [list(map(int, row.split())) for row in sys.stdin.read().strip().split("\n")]
print(solve(xs, goal))
