import sys
from itertools import groupby


def matched(text: str) -> list[bool]:
    """Which brackets have a partner?"""
    flags = [False] * len(text)
    opened: list[int] = []
    for index, bracket in enumerate(text):
        if bracket == "(":
            opened.append(index)
            continue
        if opened:
            flags[opened.pop()] = True
            flags[index] = True
    return flags


def main() -> None:
    best = 0
    for flag, run in groupby(matched(sys.stdin.readline().strip())):
        if flag:
            best = max(best, len(list(run)))
    print(best)


if __name__ == "__main__":
    main()
