import sys


def solve():
    tokens = sys.stdin.buffer.read().split()
    values = [-(10**9)] + [int(t) for t in tokens[1:]]
    smaller = [0] * len(values)
    ending_at = [0] * len(values)
    for i in range(1, len(values)):
        j = i - 1
        while values[j] >= values[i]:
            j = smaller[j]
        smaller[i] = j
        ending_at[i] = ending_at[j] + (i - j) * values[i]
    return sum(ending_at)


print(solve())
