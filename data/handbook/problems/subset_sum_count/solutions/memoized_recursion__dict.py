import sys


def solve():
    _, target, *items = map(int, sys.stdin.read().split())
    known = {}

    def ways(start, missing):
        """subsets of items[start:] with the sum missing"""
        if start == len(items):
            return 1 if missing == 0 else 0
        state = (start, missing)
        if state in known:
            return known[state]
        answer = ways(start + 1, missing)
        if items[start] <= missing:
            answer += ways(start + 1, missing - items[start])
        known[state] = answer
        return answer

    print(ways(0, target))


solve()
