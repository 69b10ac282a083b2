import sys


class TrieNode:
    def __init__(self):
        self.children = [None] * 26


class Trie:
    def __init__(self):
        self.root = TrieNode()
        self.size = 0

    def insert(self, word):
        current = self.root
        for ch in word:
            index = ord(ch) - ord("a")
            if current.children[index] is None:
                current.children[index] = TrieNode()
                self.size += 1
            current = current.children[index]


def main():
    text = sys.stdin.read().strip()
    trie = Trie()
    while text:
        trie.insert(text)
        text = text[1:]
    print(trie.size)


main()
