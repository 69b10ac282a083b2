from collections import defaultdict
import sys


def tree():
    return defaultdict(tree)


def main():
    s = sys.stdin.readline().strip()
    top = tree()
    for end in range(len(s), 0, -1):
        at = top
        for ch in reversed(s[:end]):
            at = at[ch]
    nodes = 0
    stack = [top]
    while stack:
        at = stack.pop()
        nodes += len(at)
        stack.extend(at.values())
    print(nodes)


main()
