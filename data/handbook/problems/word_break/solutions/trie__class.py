import sys
from typing import Iterator, List, Optional


class TrieNode:
    __slots__ = ("children", "is_word")

    def __init__(self) -> None:
        self.children: List[Optional["TrieNode"]] = [None] * 26
        self.is_word = False


class Trie:
    def __init__(self) -> None:
        self.root = TrieNode()

    def insert(self, word: str) -> None:
        node = self.root
        for letter in map(ord, word):
            child = node.children[letter - 97]
            if child is None:
                child = node.children[letter - 97] = TrieNode()
            node = child
        node.is_word = True

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Places where a word that begins at start ends."""
        node = self.root
        for place in range(start, len(text)):
            node = node.children[ord(text[place]) - 97]
            if node is None:
                return
            if node.is_word:
                yield place + 1


def main() -> None:
    text = sys.stdin.readline().rstrip()
    count = int(sys.stdin.readline())
    trie = Trie()
    for word in sys.stdin.readline().split()[:count]:
        trie.insert(word)
    ways = [1] + [0] * len(text)
    for start in range(len(text)):
        for end in trie.ends(text, start):
            ways[end] += ways[start]
    print(ways[-1])


if __name__ == "__main__":
    main()
