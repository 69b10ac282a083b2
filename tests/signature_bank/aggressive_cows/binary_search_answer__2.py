import sys


class Stalls:
    def __init__(self, positions: list[int]) -> None:
        self.positions = sorted(positions)

    def cows_at_gap(self, gap: int) -> int:
        placed = 0
        previous = -(10**18)
        for position in self.positions:
            if position - previous >= gap:
                placed += 1
                previous = position
        return placed

    def best_gap(self, cows: int) -> int:
        low, high, answer = 1, self.positions[-1], 0
        while low <= high:
            mid = (low + high) // 2
            if self.cows_at_gap(mid) >= cows:
                answer = mid
                low = mid + 1
            else:
                high = mid - 1
        return answer


_, c, *stalls = map(int, sys.stdin.read().split())
print(Stalls(stalls).best_gap(c))
