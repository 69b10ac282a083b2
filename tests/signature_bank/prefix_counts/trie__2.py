import sys


class TrieNode:
    def __init__(self):
        self.children = {}
        self.count = 0


class Trie:
    def __init__(self):
        self.root = TrieNode()

    def insert(self, word: str) -> None:
        node = self.root
        for letter in word:
            node = node.children.setdefault(letter, TrieNode())
            node.count += 1

    def starting_with(self, prefix: str) -> int:
        node = self.root
        for letter in prefix:
            node = node.children.get(letter)
            if node is None:
                return 0
        return node.count


def main():
    words = sys.stdin.read().split()
    n = int(words[0])
    trie = Trie()
    for word in words[2 : n + 2]:
        trie.insert(word)
    for prefix in words[n + 2 :]:
        print(trie.starting_with(prefix))


main()
