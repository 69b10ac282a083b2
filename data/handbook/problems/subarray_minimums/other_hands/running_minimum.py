import sys


def minimums(row):
    for end in range(len(row)):
        low = row[end]
        for start in range(end, -1, -1):
            low = min(low, row[start])
            yield low


_, line = sys.stdin.read().strip().split("\n")
print(sum(minimums([int(t) for t in line.split()])))
