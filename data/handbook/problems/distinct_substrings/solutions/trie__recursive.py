import sys

sys.setrecursionlimit(5000)
word = sys.stdin.readline().strip()
tree: dict = {}


def grow(node: dict, position: int) -> None:
    if position < len(word):
        grow(node.setdefault(word[position], {}), position + 1)


def size(node: dict) -> int:
    return sum(1 + size(child) for child in node.values())


for start in range(len(word)):
    grow(tree, start)
print(size(tree))
