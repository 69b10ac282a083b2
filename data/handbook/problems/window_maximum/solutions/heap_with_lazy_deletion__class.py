import sys
from heapq import heapify, heappop, heappush


class Window:
    def __init__(self, first):
        self.heap = [(-v, p) for p, v in enumerate(first)]
        heapify(self.heap)

    def slide(self, value, position, left):
        """Takes in one number; forgets what lies to the left of the window only when it is on top."""
        heappush(self.heap, (-value, position))
        while self.heap[0][1] < left:
            heappop(self.heap)

    def maximum(self):
        return -self.heap[0][0]


def main():
    tokens = sys.stdin.buffer.read().split()
    n, k = int(tokens[0]), int(tokens[1])
    nums = list(map(int, tokens[2:]))
    window = Window(nums[:k])
    answer = [window.maximum()]
    right = k
    while right < n:
        window.slide(nums[right], right, right - k + 1)
        answer.append(window.maximum())
        right += 1
    print(" ".join(map(str, answer)))


main()
