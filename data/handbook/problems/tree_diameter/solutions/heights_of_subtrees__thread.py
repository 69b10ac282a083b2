import sys
import threading


def main():
    n, *rest = map(int, sys.stdin.buffer.read().split())
    tree = {v: [] for v in range(1, n + 1)}
    for a, b in zip(rest[::2], rest[1::2]):
        tree[a] += [b]
        tree[b] += [a]

    def explore(village, origin):
        """(height below the village, longest way below it)"""
        heights, longest = [0, 0], 0
        for child in tree[village]:
            if child == origin:
                continue
            below, best = explore(child, village)
            heights.append(below + 1)
            longest = max(longest, best)
        heights.sort()
        return heights[-1], max(longest, heights[-1] + heights[-2])

    print(explore(1, None)[1])


sys.setrecursionlimit(1 << 20)
threading.stack_size(1 << 26)
t = threading.Thread(target=main)
t.start()
t.join()
