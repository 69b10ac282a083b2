import sys


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, m = data[0], data[1]
    earlier = [set() for _ in range(n + 1)]
    for i in range(m):
        earlier[data[3 + 2 * i]].add(data[2 + 2 * i])

    path = []

    def longest(course):
        """Length of the longest chain that leads to the course, None for a circle."""
        if course in path:
            return None
        path.append(course)
        top = 0
        for other in earlier[course]:
            got = longest(other)
            if got is None:
                return None
            top = max(top, got)
        path.pop()
        return top + 1

    lengths = []
    for course in range(1, n + 1):
        got = longest(course)
        if got is None:
            print(-1)
            return
        lengths.append(got)
    print(max(lengths))


main()
