import sys


def ancestors(vertex, parent):
    while vertex is not None:
        yield vertex
        vertex = parent.get(vertex)


tokens = sys.stdin.read().split()
parent = {v: int(t) for v, t in enumerate(tokens[1:], start=2)}
count = {v: 0 for v in range(1, int(tokens[0]) + 1)}
for vertex in count:
    for above in ancestors(vertex, parent):
        count[above] += 1
print(" ".join(str(c) for c in count.values()))
