class Node:
    __slots__ = ("children", "count")

    def __init__(self):
        self.children = [None, None]
        self.count = 0


class Trie:
    """Numbers by their bits, the highest first; every node counts the numbers below it."""

    BITS = 25

    def __init__(self):
        self.root = Node()

    def insert(self, number, times):
        node = self.root
        node.count += times
        for shift in range(self.BITS - 1, -1, -1):
            bit = number >> shift & 1
            if node.children[bit] is None:
                node.children[bit] = Node()
            node = node.children[bit]
            node.count += times

    def kth(self, k):
        node, number = self.root, 0
        for _ in range(self.BITS):
            zero, one = node.children
            smaller = zero.count if zero else 0
            if k <= smaller:
                node = zero
                number <<= 1
            else:
                k -= smaller
                node = one
                number = number << 1 | 1
        return number


def main():
    with open("kth.in") as source:
        n, k = map(int, source.readline().split())
        counts = {}
        for token in source.readline().split():
            counts[int(token)] = counts.get(int(token), 0) + 1
    trie = Trie()
    for number, times in counts.items():
        trie.insert(number, times)
    with open("kth.out", "w") as target:
        target.write(f"{trie.kth(k)}\n")


if __name__ == "__main__":
    main()
