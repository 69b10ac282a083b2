import sys


class FreeCells:
    def __init__(self, count: int) -> None:
        self.parent = [*range(count + 1)]

    def first(self, i: int) -> int:
        root = i
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[i] != root:
            self.parent[i], i = root, self.parent[i]
        return root

    def take(self, i: int) -> None:
        self.parent[i] = self.first(i + 1)


def main() -> None:
    tokens = list(map(int, sys.stdin.read().split()))[1:]
    town = list(zip(tokens[0::3], tokens[1::3], tokens[2::3]))
    xs = sorted(set(tokens[0::3] + tokens[1::3]))
    index = {x: i for i, x in enumerate(xs)}
    heights = [0] * len(xs)
    free = FreeCells(len(xs))
    # the highest building paints first, nobody paints over it
    for left, right, height in sorted(town, key=lambda house: -house[2]):
        cell = free.first(index[left])
        while cell < index[right]:
            heights[cell] = height
            free.take(cell)
            cell = free.first(cell)
    last = 0
    for x, height in zip(xs, heights):
        if height != last:
            print(x, height)
            last = height


if __name__ == "__main__":
    main()
