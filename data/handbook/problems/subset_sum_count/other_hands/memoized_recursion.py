import sys

UNKNOWN = -1


class Counter:
    def __init__(self, weights, goal):
        self.weights = weights
        self.memo = [[UNKNOWN] * (goal + 1) for _ in weights]

    def ways(self, k, need):
        """Subsets of weights[k:] that weigh `need`."""
        if k == len(self.weights):
            return not need
        if self.memo[k][need] != UNKNOWN:
            return self.memo[k][need]
        result = int(self.ways(k + 1, need))
        if self.weights[k] <= need:
            result += self.ways(k + 1, need - self.weights[k])
        self.memo[k][need] = result
        return result


head, tail = sys.stdin.read().strip().split("\n")
goal = int(head.split()[1])
print(Counter(list(map(int, tail.split())), goal).ways(0, goal))
