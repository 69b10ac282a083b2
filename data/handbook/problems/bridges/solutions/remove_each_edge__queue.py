import sys
from collections import deque
from typing import Optional


class Country:
    def __init__(self, towns: int, roads: list[tuple[int, int]]) -> None:
        self.roads = roads
        self.at: dict[int, list[int]] = {town: [] for town in range(1, towns + 1)}
        for number, road in enumerate(roads):
            for town in road:
                self.at[town].append(number)

    def connected(self, source: int, target: int, closed: Optional[int] = None) -> bool:
        queue = deque([source])
        reached = {source}
        while queue and target not in reached:
            town = queue.popleft()
            for number in self.at[town]:
                if number == closed:
                    continue
                other = sum(self.roads[number]) - town
                if other not in reached:
                    reached.add(other)
                    queue.append(other)
        return target in reached

    def vital(self) -> int:
        return sum(not self.connected(*road, closed=k) for k, road in enumerate(self.roads))


def main() -> None:
    it = map(int, sys.stdin.read().split())
    n, m = next(it), next(it)
    print(Country(n, list(zip(it, it))).vital())


if __name__ == "__main__":
    main()
