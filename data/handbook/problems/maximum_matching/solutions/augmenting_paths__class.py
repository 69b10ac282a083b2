import sys
from collections import defaultdict


class Stable:
    def __init__(self, likes: dict[int, set[int]]) -> None:
        self.likes = likes
        self.rider_of: dict[int, int] = {}

    def seat(self, rider: int, asked: set[int]) -> bool:
        """Find a horse for the rider; riders already seated may have to change."""
        for horse in self.likes[rider] - asked:
            if horse in asked:
                continue
            asked.add(horse)
            if horse not in self.rider_of or self.seat(self.rider_of[horse], asked):
                self.rider_of[horse] = rider
                return True
        return False

    def fill(self) -> int:
        return sum(self.seat(rider, set()) for rider in list(self.likes))


def main() -> None:
    rows = [tuple(map(int, line.split())) for line in sys.stdin.read().splitlines()]
    likes = defaultdict(set)
    for rider, horse in rows[1 : 1 + rows[0][2]]:
        likes[rider].add(horse)
    print(Stable(likes).fill())


if __name__ == "__main__":
    main()
