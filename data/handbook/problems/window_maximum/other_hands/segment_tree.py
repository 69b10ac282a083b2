import sys
from math import inf


class Node:
    def __init__(self, values, lo, hi):
        self.lo, self.hi = lo, hi
        self.kids = ()
        if hi - lo == 1:
            self.top = values[lo]
        else:
            mid = (lo + hi) // 2
            self.kids = Node(values, lo, mid), Node(values, mid, hi)
            self.top = max(kid.top for kid in self.kids)

    def ask(self, lo, hi):
        if hi <= self.lo or self.hi <= lo:
            return -inf
        if lo <= self.lo and self.hi <= hi:
            return self.top
        return max(kid.ask(lo, hi) for kid in self.kids)


def main():
    data = [int(t) for t in sys.stdin.read().split()]
    n, k = data[:2]
    tree = Node(data[2:], 0, n)
    answers = []
    for start in range(n - k + 1):
        answers.append(str(tree.ask(start, start + k)))
    sys.stdout.write(" ".join(answers) + "\n")


main()
