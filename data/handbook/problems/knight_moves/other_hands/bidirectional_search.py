from sys import stdin

JUMPS = ((-2, -1), (-2, 1), (-1, -2), (-1, 2), (1, -2), (1, 2), (2, -1), (2, 1))


class Side:
    def __init__(self, square):
        self.steps = {square: 0}
        self.edge = [square]

    def grow(self, size):
        outer = []
        for sq in self.edge:
            x, y = sq
            for i, j in JUMPS:
                to = x + i, y + j
                if min(to) < 1 or max(to) > size or to in self.steps:
                    continue
                self.steps[to] = self.steps[sq] + 1
                outer.append(to)
        self.edge = outer


def main():
    v = [int(t) for t in stdin.read().split()]
    size = v[0]
    here, there = Side((v[1], v[2])), Side((v[3], v[4]))
    turn = 0
    while True:
        common = here.steps.keys() & there.steps.keys()
        if common:
            print(min(here.steps[c] + there.steps[c] for c in common))
            return
        mover = (here, there)[turn]
        if not mover.edge:
            print(-1)
            return
        mover.grow(size)
        turn = 1 - turn


main()
