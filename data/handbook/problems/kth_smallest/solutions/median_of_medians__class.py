import sys

sys.setrecursionlimit(10000)


class Selector:
    """Blum, Floyd, Pratt, Rivest, Tarjan: a pivot that is never bad."""

    def pivot(self, values):
        medians = []
        start = 0
        while start < len(values):
            group = sorted(values[start:start + 5])
            medians.append(group[(len(group) - 1) // 2])
            start += 5
        return self.select(medians, (len(medians) + 1) // 2)

    def select(self, values, rank):
        """the number of the given rank, from 1"""
        if len(values) <= 5:
            return sorted(values)[rank - 1]
        pivot = self.pivot(values)
        smaller, larger, equal = [], [], 0
        for value in values:
            if value < pivot:
                smaller.append(value)
            elif value > pivot:
                larger.append(value)
            else:
                equal += 1
        if rank <= len(smaller):
            return self.select(smaller, rank)
        rank -= len(smaller)
        if rank <= equal:
            return pivot
        return self.select(larger, rank - equal)


with open("kth.in") as source, open("kth.out", "w") as target:
    n, k = (int(x) for x in source.readline().split())
    target.write(f"{Selector().select([int(x) for x in source.readline().split()], k)}\n")
