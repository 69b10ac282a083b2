import sys


def connected(adjacent, source, target, forbidden):
    """whether the target can be reached without the edge"""
    seen = {source}
    stack = [source]
    while stack:
        here = stack.pop()
        for there in adjacent[here]:
            if {here, there} == forbidden or there in seen:
                continue
            seen.add(there)
            stack.append(there)
    return target in seen


def main():
    lines = sys.stdin.read().splitlines()
    edges = [tuple(line.split()) for line in lines[1:]]
    adjacent = {}
    for a, b in edges:
        adjacent.setdefault(a, set()).add(b)
        adjacent.setdefault(b, set()).add(a)
    print(sum(not connected(adjacent, a, b, {a, b}) for a, b in edges))


main()
