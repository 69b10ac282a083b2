import sys
import threading
from collections import defaultdict


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    friends = defaultdict(set)
    for a, b in zip(data[2::2], data[3::2]):
        friends[a].add(b)
        friends[b].add(a)
    visited = set()

    def visit(person):
        if person in visited:
            return 0
        visited.add(person)
        for friend in friends[person]:
            visit(friend)
        return 1

    print(sum(visit(person) for person in range(1, n + 1)))


sys.setrecursionlimit(1 << 20)
threading.stack_size(1 << 26)
thread = threading.Thread(target=main)
thread.start()
thread.join()
