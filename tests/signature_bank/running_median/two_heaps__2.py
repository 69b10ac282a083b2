import sys
from heapq import heappush, heappushpop


class MedianFinder:
    def __init__(self):
        self.small = []  # max heap
        self.large = []  # min heap

    def add(self, num: int) -> None:
        if len(self.small) == len(self.large):
            heappush(self.small, -heappushpop(self.large, num))
        else:
            heappush(self.large, -heappushpop(self.small, -num))

    def median(self):
        if len(self.small) > len(self.large):
            return -self.small[0]
        return (self.large[0] - self.small[0]) / 2


def main():
    data = sys.stdin.read().split()
    finder = MedianFinder()
    answers = []
    for token in data[1:]:
        finder.add(int(token))
        answers.append(str(finder.median()))
    print(" ".join(answers))


if __name__ == "__main__":
    main()
