import sys


def last_person(n: int, k: int) -> int:
    """Simulate the circle with a list of the people that are left."""
    circle = [person + 1 for person in range(n)]
    position = 0
    for _ in range(n - 1):
        position += k - 1
        position %= len(circle)
        circle.pop(position)
    return circle[0]


def main() -> None:
    n, k = map(int, sys.stdin.readline().split())
    print(last_person(n, k))


if __name__ == "__main__":
    main()
