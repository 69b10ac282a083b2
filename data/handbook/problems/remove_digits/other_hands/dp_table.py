import sys


def minimal(digits, k):
    n = len(digits)
    # best[at][gone]: least number from the digits at, at + 1, ... when gone of them are crossed out
    best = [[None] * (k + 1) for _ in range(n + 1)]
    best[n][0] = 0
    for at in range(n - 1, -1, -1):
        remaining = n - at
        for gone in range(min(k, remaining) + 1):
            options = []
            if gone < remaining:
                weight = 10 ** (remaining - gone - 1)
                options.append(digits[at] * weight + best[at + 1][gone])
            if gone:
                options.append(best[at + 1][gone - 1])
            best[at][gone] = min(options)
    return best[0][k]


first, second = sys.stdin.read().split()
print(minimal([int(c) for c in first], int(second)))
