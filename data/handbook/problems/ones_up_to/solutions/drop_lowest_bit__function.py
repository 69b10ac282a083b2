import sys


def popcount(value: int) -> int:
    """Kernighan: every round takes the lowest one away."""
    rounds = 0
    while value != 0:
        value -= value & -value
        rounds += 1
    return rounds


if __name__ == "__main__":
    limit = int(sys.stdin.read())
    print(sum(map(popcount, range(limit + 1))))
