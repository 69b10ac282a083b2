import sys

sys.setrecursionlimit(5000)


class Fence:
    def __init__(self, length):
        self.skip = {}
        self.painted = 0

    def free(self, metre):
        """the first metre from here on without paint"""
        if metre not in self.skip:
            return metre
        self.skip[metre] = self.free(self.skip[metre])
        return self.skip[metre]

    def paint(self, left, right):
        while (metre := self.free(left)) < right:
            self.skip[metre] = metre + 1
            self.painted += 1


def main():
    fence = Fence(1000)
    lines = sys.stdin.readlines()
    for line in lines[1:]:
        fence.paint(*map(int, line.split()))
    print(fence.painted)


main()
