import sys
import threading


def run():
    def signature(word, counts=None):
        """how often every letter occurs, as text"""
        counts = [0] * 26
        for ch in word:
            counts["abcdefghijklmnopqrstuvwxyz".index(ch)] += 1
        return "#".join(map(str, counts))

    lines = sys.stdin.read().split()
    groups = {}
    for word in lines[1:]:
        groups.setdefault(signature(word), []).append(word)
    print(len(groups))


threading.stack_size(1 << 25)
thread = threading.Thread(target=run)
thread.start()
thread.join()
