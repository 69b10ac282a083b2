import sys


def count_bridges(n, roads):
    neighbours = [[] for _ in range(n)]
    for index, (a, b) in enumerate(roads):
        neighbours[a].append((b, index))
        neighbours[b].append((a, index))

    entered = [None] * n
    lowest = [None] * n
    pointer = [0] * n
    clock = 0
    total = 0
    for root in range(n):
        if entered[root] is not None:
            continue
        entered[root] = lowest[root] = clock
        clock += 1
        stack = [(root, None)]
        while stack:
            v, came_by = stack[-1]
            if pointer[v] < len(neighbours[v]):
                w, index = neighbours[v][pointer[v]]
                pointer[v] += 1
                if index == came_by:
                    continue
                if entered[w] is None:
                    entered[w] = lowest[w] = clock
                    clock += 1
                    stack.append((w, index))
                elif entered[w] < lowest[v]:
                    lowest[v] = entered[w]
            else:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[v])
                    if lowest[v] == entered[v]:
                        total += 1
    return total


def main():
    lines = sys.stdin.readlines()
    n, m = map(int, lines[0].split())
    roads = []
    for line in lines[1 : 1 + m]:
        a, b = line.split()
        roads.append((int(a) - 1, int(b) - 1))
    print(count_bridges(n, roads))


main()
