import sys
from typing import List, Optional

BITS = 10


class TrieNode:
    __slots__ = ("zero", "one")

    def __init__(self) -> None:
        self.zero: Optional["TrieNode"] = None
        self.one: Optional["TrieNode"] = None


class Trie:
    def __init__(self) -> None:
        self.root = TrieNode()

    def insert(self, num: int) -> None:
        node = self.root
        for i in reversed(range(BITS)):
            if num & (1 << i):
                if node.one is None:
                    node.one = TrieNode()
                node = node.one
            else:
                if node.zero is None:
                    node.zero = TrieNode()
                node = node.zero

    def best_partner(self, num: int) -> int:
        node, result = self.root, 0
        for i in reversed(range(BITS)):
            result <<= 1
            if num & (1 << i):
                wanted, other, digit = node.zero, node.one, 0
            else:
                wanted, other, digit = node.one, node.zero, 1
            if wanted is not None:
                node, result = wanted, result | digit
            else:
                node, result = other, result | 1 - digit
        return result


def findMaximumXOR(nums: List[int]) -> int:
    trie = Trie()
    trie.insert(nums[0])
    answer = 0
    for num in nums[1:]:
        answer = max(answer, num ^ trie.best_partner(num))
        trie.insert(num)
    return answer


sys.stdin.readline()
print(findMaximumXOR([int(s) for s in sys.stdin.readline().split()]))
