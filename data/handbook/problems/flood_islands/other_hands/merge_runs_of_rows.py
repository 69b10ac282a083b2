from itertools import groupby


def segments(line):
    col = 0
    for kind, part in groupby(line):
        length = len(list(part))
        if kind == "#":
            yield col, col + length - 1
        col += length


h, w = map(int, input().split())
islands = 0
upper, names = [], []  # stretches of the row above and the islands they belong to
for y in range(h):
    lower = list(segments(input().strip()))
    fresh = []
    for first, last in lower:
        name = None
        for k, (f, l) in enumerate(upper):
            if f > last or l < first:
                continue
            other = names[k]
            if name is None:
                name = other
            elif name != other:
                islands -= 1
                names = [name if t == other else t for t in names]
                fresh = [name if t == other else t for t in fresh]
        if name is None:
            islands += 1
            name = (y, first)
        fresh.append(name)
    upper, names = lower, fresh
print(islands)
