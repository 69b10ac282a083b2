import sys


class Trie:
    def __init__(self, bits):
        self.root = {}
        self.bits = bits

    def insert(self, number):
        node = self.root
        for shift in reversed(range(self.bits)):
            bit = (number >> shift) & 1
            if bit not in node:
                node[bit] = {}
            node = node[bit]

    def best_partner(self, number):
        node, value = self.root, 0
        for shift in reversed(range(self.bits)):
            bit = (number >> shift) & 1
            if bit ^ 1 in node:
                value += 1 << shift
                node = node[bit ^ 1]
            else:
                node = node[bit]
        return value


def main():
    numbers = list(map(int, sys.stdin.read().split()))[1:]
    trie = Trie(max(numbers).bit_length())
    best = 0
    for number in numbers:
        trie.insert(number)
        best = max(best, trie.best_partner(number))
    print(best)


main()
