import sys


def main() -> None:
    sys.stdin.readline()
    occurrences: dict[int, list[int]] = {}
    for at, token in enumerate(sys.stdin.readline().split(), start=1):
        occurrences.setdefault(int(token), []).append(at)
    candidates = ((where[1], value) for value, where in occurrences.items() if len(where) >= 2)
    _, answer = min(candidates, default=(0, -1))
    print(answer)


main()
