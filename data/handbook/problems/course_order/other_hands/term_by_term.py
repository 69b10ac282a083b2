import sys
from itertools import count


def main():
    tokens = iter(sys.stdin.read().split())
    n, m = int(next(tokens)), int(next(tokens))
    rules = [(int(next(tokens)), int(next(tokens))) for _ in range(m)]
    open_courses = list(range(1, n + 1))
    for term in count():
        if not open_courses:
            print(term)
            return
        blocked = [c for c in open_courses if any(b == c and a in open_courses for a, b in rules)]
        if len(blocked) == len(open_courses):
            print(-1)
            return
        open_courses = blocked


main()
