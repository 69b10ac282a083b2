import sys


def all_sums(part):
    """(weight, value) of every subset of one half, light ones first"""
    found = []
    for mask in range(1 << len(part)):
        weight = value = 0
        for i, (w, v) in enumerate(part):
            if mask & (1 << i):
                weight += w
                value += v
        found.append((weight, value))
    found.sort()
    return found


def main():
    tokens = iter(sys.stdin.buffer.read().split())
    n = int(next(tokens))
    capacity = int(next(tokens))
    things = [(int(next(tokens)), int(next(tokens))) for _ in range(n)]
    half = n // 2
    first = all_sums(things[:half])
    second = all_sums(things[half:])
    # the first half gets heavier, the room for the second half shrinks
    answer = 0
    best = 0
    j = 0
    for weight, value in reversed(first):
        room = capacity - weight
        while j < len(second) and second[j][0] <= room:
            best = max(best, second[j][1])
            j += 1
        if room >= 0:
            answer = max(answer, value + best)
    print(answer)


main()
