import sys


def main():
    it = iter(sys.stdin.read().split())
    n = int(next(it))
    wall = [-1] + [int(x) for x in it] + [-1]

    def nearest_lower(order, step):
        jump = [0] * (n + 2)
        for at in order:
            to = at + step
            while wall[to] >= wall[at]:
                to = jump[to]
            jump[at] = to
        return jump

    west = nearest_lower(range(1, n + 1), -1)
    east = nearest_lower(range(n, 0, -1), 1)
    best = 0
    for at in range(1, n + 1):
        inside = east[at] - west[at] - 1
        best = max(best, inside * wall[at])
    print(best)


main()
