import threading
from typing import FrozenSet, Set


class Solver:
    def __init__(self) -> None:
        n, m = (int(t) for t in input().split())
        self.size = n
        self.pairs: Set[FrozenSet[int]] = set()
        while m > 0:
            self.pairs.add(frozenset(int(t) for t in input().split()))
            m -= 1

    def joined(self, a: int, b: int) -> bool:
        return frozenset((a, b)) in self.pairs

    def can_close(self, path: list, limit: int) -> bool:
        """Can path be made a round trip over exactly `limit` squares?"""
        if len(path) == limit:
            return self.joined(path[-1], path[0])
        for square in range(1, self.size + 1):
            if square in path or not self.joined(path[-1], square):
                continue
            path.append(square)
            closed = self.can_close(path, limit)
            path.pop()
            if closed:
                return True
        return False

    def run(self) -> None:
        limit = 3
        while limit <= self.size:
            for start in range(1, self.size + 1):
                if self.can_close([start], limit):
                    print(limit)
                    return
            limit += 1
        print(-1)


worker = threading.Thread(target=Solver().run)
worker.start()
worker.join()
