import sys


def find_celebrity(knows: list[list[bool]]) -> int | None:
    """Two people leave the stack, the one who may still be a celebrity goes back."""
    people = range(len(knows))
    stack = [*people]
    while True:
        first = stack.pop()
        if not stack:
            break
        second = stack.pop()
        stack.append(second if knows[first][second] else first)
    others = [person for person in people if person != first]
    if any(knows[first][person] for person in others):
        return None
    if not all(knows[person][first] for person in others):
        return None
    return first


def main() -> None:
    n = int(sys.stdin.readline())
    knows = [[digit == "1" for digit in sys.stdin.readline().split()] for _ in range(n)]
    found = find_celebrity(knows)
    print(-1 if found is None else found + 1)


if __name__ == "__main__":
    main()
