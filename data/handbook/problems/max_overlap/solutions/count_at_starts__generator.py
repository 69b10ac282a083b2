import sys
from typing import NamedTuple


class Visit(NamedTuple):
    came: int
    left: int

    def covers(self, minute: int) -> bool:
        return not (minute < self.came or minute > self.left)


def main() -> None:
    next(sys.stdin)
    visits = [Visit(*map(int, line.split())) for line in sys.stdin if line.strip()]
    # the crowd is greatest just before somebody leaves
    moments = {visit.left for visit in visits}
    print(max(sum(visit.covers(moment) for visit in visits) for moment in moments))


if __name__ == "__main__":
    main()
