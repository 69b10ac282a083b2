import sys


def is_celebrity(p: int, knows: list[list[int]]) -> bool:
    return all(knows[q][p] == 1 and knows[p][q] == 0 for q in range(len(knows)) if q != p)


def main() -> None:
    n, *digits = map(int, sys.stdin.read().split())
    knows = [digits[n * i : n * (i + 1)] for i in range(n)]
    celebrities = [p for p in range(n) if is_celebrity(p, knows)]
    print(celebrities[0] + 1 if celebrities else -1)


if __name__ == "__main__":
    main()
