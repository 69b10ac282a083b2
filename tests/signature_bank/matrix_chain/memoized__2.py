import sys


class Chain:
    def __init__(self, dims: list[int]) -> None:
        self.dims = dims
        self.best = [[-1] * len(dims) for _ in dims]

    def cost(self, first: int, last: int) -> int:
        if first == last:
            return 0
        if self.best[first][last] >= 0:
            return self.best[first][last]
        options = []
        for split in range(first, last):
            join = self.dims[first - 1] * self.dims[split] * self.dims[last]
            options.append(self.cost(first, split) + self.cost(split + 1, last) + join)
        self.best[first][last] = min(options)
        return self.best[first][last]


n, *dims = map(int, sys.stdin.read().split())
print(Chain(dims).cost(1, n))
