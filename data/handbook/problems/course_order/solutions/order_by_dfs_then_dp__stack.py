import sys


def topological(n, before):
    """Courses sorted so that prerequisites come first; None if there is a loop."""
    NEW, OPEN, CLOSED = range(3)
    state = [NEW] * n
    result = []
    for start in range(n):
        if state[start] != NEW:
            continue
        state[start] = OPEN
        stack = [(start, iter(before[start]))]
        while stack:
            course, rest = stack[-1]
            for p in rest:
                if state[p] == OPEN:
                    return None
                if state[p] == NEW:
                    state[p] = OPEN
                    stack.append((p, iter(before[p])))
                    break
            else:
                state[course] = CLOSED
                result.append(course)
                stack.pop()
    return result


def main():
    numbers = map(int, sys.stdin.read().split())
    n, m = next(numbers), next(numbers)
    before = [set() for _ in range(n)]
    for a, b in zip(numbers, numbers):
        before[b - 1].add(a - 1)
    order = topological(n, before)
    if order is None:
        print(-1)
        return
    term = {}
    for course in order:
        term[course] = 1 + max((term[p] for p in before[course]), default=0)
    print(max(term.values()))


if __name__ == "__main__":
    main()
