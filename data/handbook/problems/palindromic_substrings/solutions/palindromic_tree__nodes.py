import sys


class Node:
    def __init__(self, length, link=None):
        self.length = length
        self.link = link
        self.next = {}
        self.count = 0 if link is None or length < 1 else link.count + 1


class Eertree:
    def __init__(self):
        self.imaginary = Node(-1)
        self.imaginary.link = self.imaginary
        self.empty = Node(0, self.imaginary)
        self.longest = self.empty
        self.text = ""

    def fitting(self, node):
        i = len(self.text) - 1
        while i - node.length - 1 < 0 or self.text[i - node.length - 1] != self.text[i]:
            node = node.link
        return node

    def push(self, letter):
        """Appends a letter; returns the number of palindromes that end there."""
        self.text += letter
        parent = self.fitting(self.longest)
        if letter not in parent.next:
            if parent.length == -1:
                link = self.empty
            else:
                link = self.fitting(parent.link).next[letter]
            parent.next[letter] = Node(parent.length + 2, link)
        self.longest = parent.next[letter]
        return self.longest.count


def main():
    tree = Eertree()
    print(sum(map(tree.push, sys.stdin.readline().strip())))


if __name__ == "__main__":
    main()
