import sys


def crossing(broken: list[int], survived: list[int], floors: int) -> int:
    """The highest floor at which a break still costs no more than survival; at least 1."""
    low, high = 1, floors
    while high - low > 1:
        middle = (low + high) // 2
        if broken[middle - 1] <= survived[floors - middle]:
            low = middle
        else:
            high = middle
    return low


def main() -> None:
    eggs, floors = map(int, sys.stdin.read().split())
    previous = [count for count in range(floors + 1)]
    for _ in range(2, eggs + 1):
        current = [0, 1]
        for height in range(2, floors + 1):
            x = crossing(previous, current, height)
            candidates = [max(previous[y - 1], current[height - y]) for y in (x, x + 1) if y <= height]
            current.append(min(candidates) + 1)
        previous = current
    print(previous[floors])


if __name__ == "__main__":
    main()
