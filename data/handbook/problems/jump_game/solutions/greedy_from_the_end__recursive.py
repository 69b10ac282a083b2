import sys

sys.setrecursionlimit(10000)


def jumps_to(stone: int, a: list[int]) -> int | None:
    """Fewest jumps to a stone: the last of them starts as far to the left as possible."""
    if stone == 0:
        return 0
    origin = next((i for i, length in enumerate(a[:stone]) if length >= stone - i), None)
    if origin is None:
        return None
    before = jumps_to(origin, a)
    return None if before is None else before + 1


def main() -> None:
    n = int(sys.stdin.readline())
    a = [int(token) for token in sys.stdin.readline().split()]
    answer = jumps_to(n - 1, a)
    print(-1 if answer is None else answer)


if __name__ == "__main__":
    main()
