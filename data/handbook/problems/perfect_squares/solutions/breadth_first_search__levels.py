import sys
from typing import List, Set


def num_squares(n: int) -> int:
    """Level after level of what is left of n; the number of the level in which n itself is a square."""
    squares: List[int] = [i * i for i in range(1, n + 1) if i * i <= n]
    level: Set[int] = {n}
    depth = 1
    while True:
        following = set()
        for remainder in level:
            for square in squares:
                if remainder == square:
                    return depth
                if remainder < square:
                    break
                following.add(remainder - square)
        level = following
        depth += 1


if __name__ == "__main__":
    print(num_squares(int(sys.stdin.readline())))
