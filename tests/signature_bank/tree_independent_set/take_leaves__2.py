import sys


def independent_set(n, edges):
    near = {v: set() for v in range(1, n + 1)}
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    chosen = 0
    while near:
        leaf = min(near, key=lambda v: len(near[v]))
        chosen += 1
        gone = {leaf} | near[leaf]
        for vertex in gone:
            del near[vertex]
        for vertex in near:
            near[vertex] -= gone
    return chosen


lines = sys.stdin.read().splitlines()
print(independent_set(int(lines[0]), [tuple(map(int, line.split())) for line in lines[1:]]))
