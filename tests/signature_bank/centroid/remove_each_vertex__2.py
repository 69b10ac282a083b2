import sys
from collections import defaultdict


def component(tree, vertex, coming_from):
    return 1 + sum(component(tree, other, vertex) for other in tree[vertex] if other != coming_from)


lines = sys.stdin.read().splitlines()
n = int(lines[0])
tree = defaultdict(list)
for line in lines[1:]:
    a, b = map(int, line.split())
    tree[a].append(b)
    tree[b].append(a)
best, answer = n + 1, None
for vertex in sorted(tree):
    largest = max(component(tree, other, vertex) for other in tree[vertex])
    if largest < best:
        best, answer = largest, vertex
print(answer)
