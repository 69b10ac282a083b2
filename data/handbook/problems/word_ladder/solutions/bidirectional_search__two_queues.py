import sys
from collections import deque


def one_apart(a, b):
    return sum(1 for x, y in zip(a, b) if x != y) == 1


def expand(queue, mine, other, words):
    """One whole level; the length of the shortest chain that closes here, or None."""
    shortest = None
    for _ in range(len(queue)):
        word = queue.popleft()
        for near in words:
            if near in mine or not one_apart(word, near):
                continue
            mine[near] = mine[word] + 1
            queue.append(near)
            if near in other:
                length = mine[near] + other[near]
                shortest = length if shortest is None else min(shortest, length)
    return shortest


def main():
    first, last = sys.stdin.readline().split()
    sys.stdin.readline()
    words = sys.stdin.readline().split()
    if last not in words:
        print(-1)
        return
    if first not in words:
        words.append(first)
    seen_first, seen_last = {first: 0}, {last: 0}
    queue_first, queue_last = deque([first]), deque([last])
    while queue_first and queue_last:
        if len(queue_first) <= len(queue_last):
            found = expand(queue_first, seen_first, seen_last, words)
        else:
            found = expand(queue_last, seen_last, seen_first, words)
        if found is not None:
            print(found)
            return
    print(-1)


main()
