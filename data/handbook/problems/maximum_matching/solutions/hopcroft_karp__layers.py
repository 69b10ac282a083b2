import sys

FREE = 0


class HopcroftKarp:
    """Phases of shortest augmenting paths; vertices count from 1 and 0 is the free vertex."""

    def __init__(self, edges):
        self.neighbours = {}
        self.mate_left = {}
        self.mate_right = {}
        for left, right in edges:
            self.neighbours.setdefault(left, []).append(right)
            self.mate_left[left] = FREE
            self.mate_right[right] = FREE

    def layer(self):
        current = [left for left, mate in self.mate_left.items() if mate == FREE]
        self.level = {left: 0 for left in current}
        depth = 0
        while current and FREE not in self.level:
            depth += 1
            following = []
            for left in current:
                for right in self.neighbours[left]:
                    other = self.mate_right[right]
                    if other not in self.level:
                        self.level[other] = depth
                        following.append(other)
            current = following
        return FREE in self.level

    def augment(self, left):
        if left == FREE:
            return True
        here = self.level.pop(left, None)
        if here is None:
            return False
        for right in self.neighbours[left]:
            other = self.mate_right[right]
            if self.level.get(other) == here + 1 and self.augment(other):
                self.mate_left[left] = right
                self.mate_right[right] = left
                return True
        return False

    def size(self):
        while self.layer():
            for left in list(self.mate_left):
                if self.mate_left[left] == FREE:
                    self.augment(left)
        return sum(mate != FREE for mate in self.mate_left.values())


numbers = list(map(int, sys.stdin.read().split()))
pairs = zip(numbers[3::2], numbers[4::2])
print(HopcroftKarp(pairs).size())
