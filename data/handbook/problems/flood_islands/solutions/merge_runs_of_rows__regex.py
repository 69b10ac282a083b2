import re
import sys
from dataclasses import dataclass


@dataclass
class Run:
    begin: int
    end: int
    island: int

    def touches(self, other: "Run") -> bool:
        return self.begin < other.end and other.begin < self.end


def count_islands(lines: list[str]) -> int:
    """Only two rows are kept; an island is finished when no run of the next row touches it."""
    finished = 0
    above: list[Run] = []
    fresh = 0
    for line in [*lines, ""]:
        current = []
        for match in re.finditer("#+", line):
            current.append(Run(match.start(), match.end(), fresh))
            fresh += 1
        joined = set()
        for run in current:
            for upper in above:
                if not run.touches(upper):
                    continue
                joined.add(upper.island)
                old, new = upper.island, run.island
                for each in above + current:
                    if each.island == old:
                        each.island = new
                joined.add(new)
        finished += len({upper.island for upper in above} - joined)
        above = current
    return finished


def main() -> None:
    print(count_islands(sys.stdin.read().split()[2:]))


if __name__ == "__main__":
    main()
