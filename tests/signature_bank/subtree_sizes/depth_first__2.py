import sys
from collections import defaultdict


def sizes(children, root):
    result = {}
    stack = [(root, False)]
    while stack:
        node, finished = stack.pop()
        if finished:
            result[node] = 1 + sum(result[child] for child in children[node])
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in children[node])
    return result


n, *bosses = map(int, sys.stdin.read().split())
children = defaultdict(list)
for employee, boss in enumerate(bosses, 2):
    children[boss].append(employee)
found = sizes(children, 1)
print(*(found[v] for v in range(1, n + 1)))
