import sys


class Node:
    def __init__(self, length, suffix=None):
        self.length = length
        self.suffix = suffix
        self.edges = {}


class Eertree:
    def __init__(self):
        self.imaginary = Node(-1)
        self.imaginary.suffix = self.imaginary
        self.empty = Node(0, self.imaginary)
        self.longest_suffix = self.empty
        self.text = []
        self.maximum = 0

    def _extendable(self, node, position):
        while True:
            other = position - node.length - 1
            if other >= 0 and self.text[other] == self.text[position]:
                return node
            node = node.suffix

    def add(self, letter):
        self.text.append(letter)
        position = len(self.text) - 1
        parent = self._extendable(self.longest_suffix, position)
        if letter not in parent.edges:
            node = Node(parent.length + 2)
            if node.length == 1:
                node.suffix = self.empty
            else:
                node.suffix = self._extendable(parent.suffix, position).edges[letter]
            parent.edges[letter] = node
            self.maximum = max(self.maximum, node.length)
        self.longest_suffix = parent.edges[letter]


def main():
    tree = Eertree()
    for letter in sys.stdin.read().strip():
        tree.add(letter)
    print(tree.maximum)


main()
