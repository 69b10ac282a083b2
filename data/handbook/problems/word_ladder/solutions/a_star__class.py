import sys
from heapq import heappop, heappush
from string import ascii_lowercase


class Ladder:
    def __init__(self, words, goal):
        self.words = frozenset(words)
        self.goal = goal

    def estimate(self, word):
        """Every letter that is wrong needs a change of its own."""
        return len([i for i, letter in enumerate(word) if letter != self.goal[i]])

    def steps(self, word):
        for i, old in enumerate(word):
            for new in ascii_lowercase:
                if new != old:
                    other = word[:i] + new + word[i + 1 :]
                    if other in self.words:
                        yield other

    def length_from(self, start):
        best = {start: 0}
        queue = [(self.estimate(start), 0, start)]
        while queue:
            _, made, word = heappop(queue)
            if word == self.goal:
                return made
            if made > best[word]:
                continue
            for other in self.steps(word):
                if other not in best or made + 1 < best[other]:
                    best[other] = made + 1
                    heappush(queue, (made + 1 + self.estimate(other), made + 1, other))
        return -1


def main():
    start, goal, _, *words = sys.stdin.read().split()
    print(Ladder(words, goal).length_from(start))


main()
