import sys


def successor(seq):
    for k in reversed(range(len(seq) - 1)):
        tail = sorted(seq[k:])
        larger = [v for v in tail if v > seq[k]]
        if larger:
            tail.remove(larger[0])
            return seq[:k] + [larger[0]] + tail
    return sorted(seq)


print(*successor([int(t) for t in sys.stdin.read().split()[1:]]))
