import sys


def finishing_order(graph):
    visited, order = set(), []
    for root in graph:
        if root in visited:
            continue
        visited.add(root)
        stack = [(root, iter(graph[root]))]
        while stack:
            vertex, edges = stack[-1]
            for neighbour in edges:
                if neighbour not in visited:
                    visited.add(neighbour)
                    stack.append((neighbour, iter(graph[neighbour])))
                    break
            else:
                order.append(vertex)
                stack.pop()
    return order


def count_components(forward, backward):
    assigned = set()
    total = 0
    for root in finishing_order(forward)[::-1]:
        if root in assigned:
            continue
        total += 1
        assigned.add(root)
        todo = [root]
        while todo:
            vertex = todo.pop()
            for before in backward[vertex]:
                if before not in assigned:
                    assigned.add(before)
                    todo.append(before)
    return total


def main():
    n, _, *ends = map(int, sys.stdin.read().split())
    forward = {v: [] for v in range(1, n + 1)}
    backward = {v: [] for v in range(1, n + 1)}
    for a, b in zip(ends[::2], ends[1::2]):
        forward[a].append(b)
        backward[b].append(a)
    print(count_components(forward, backward))


main()
