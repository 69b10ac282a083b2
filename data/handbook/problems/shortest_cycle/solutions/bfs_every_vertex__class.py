import sys
from typing import Dict, List, Optional, Set


class Park:
    def __init__(self) -> None:
        self.neighbours: Dict[str, Set[str]] = {}

    def add_path(self, a: str, b: str) -> None:
        self.neighbours.setdefault(a, set()).add(b)
        self.neighbours.setdefault(b, set()).add(a)

    def trip_seen_from(self, start: str) -> Optional[int]:
        """Length of the first round trip that a wave from start closes."""
        came_from: Dict[str, str] = {start: ""}
        depth: Dict[str, int] = {start: 0}
        order: List[str] = [start]
        shortest: Optional[int] = None
        for here in order:
            for there in self.neighbours[here]:
                if there == came_from[here]:
                    continue
                if there in depth:
                    length = depth[here] + depth[there] + 1
                    if shortest is None or length < shortest:
                        shortest = length
                else:
                    came_from[there] = here
                    depth[there] = depth[here] + 1
                    order.append(there)
        return shortest

    def girth(self) -> int:
        trips = [self.trip_seen_from(s) for s in self.neighbours]
        return min((t for t in trips if t is not None), default=-1)


def main() -> None:
    sys.stdin.readline()
    park = Park()
    for line in sys.stdin:
        words = line.split()
        if len(words) == 2:
            park.add_path(words[0], words[1])
    print(park.girth())


main()
