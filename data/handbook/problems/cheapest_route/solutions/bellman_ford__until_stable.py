import sys


def relax_all(cost, roads):
    """One round over all roads; says whether anything became cheaper."""
    improved = False
    for source, target, toll in roads:
        if cost[source] is None:
            continue
        if cost[target] is None or cost[target] > cost[source] + toll:
            cost[target] = cost[source] + toll
            improved = True
    return improved


def main():
    n, m = map(int, sys.stdin.readline().split())
    roads = []
    for line in sys.stdin.readlines():
        a, b, c = line.split()
        roads.append((int(a) - 1, int(b) - 1, int(c)))
    cost = [None] * n
    cost[0] = 0
    while relax_all(cost, roads):
        pass
    print(-1 if cost[n - 1] is None else cost[n - 1])


if __name__ == "__main__":
    main()
