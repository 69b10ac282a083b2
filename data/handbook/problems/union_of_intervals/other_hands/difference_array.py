import sys

SIZE = 1001


class Layers:
    def __init__(self) -> None:
        self.delta = [0] * (SIZE + 1)

    def cover(self, a: int, b: int) -> None:
        self.delta[a] += 1
        self.delta[b] -= 1

    def heights(self) -> list[int]:
        out = self.delta[:]
        for i in range(1, len(out)):
            out[i] += out[i - 1]
        return out


layers = Layers()
n = int(sys.stdin.readline())
while n > 0:
    a, b = sys.stdin.readline().split()
    layers.cover(int(a), int(b))
    n -= 1
print(len([h for h in layers.heights() if h >= 1]))
