import sys


def links(seq: list[int]) -> list[int]:
    end = len(seq)
    link = [end] * end
    i = end - 2
    while i >= 0:
        k = i + 1
        while k != end and not seq[k] > seq[i]:
            k = link[k]
        link[i] = k
        i -= 1
    return link


tokens = sys.stdin.read().split()
seq = [int(t) for t in tokens[1:]]
print(" ".join(str((seq + [-1])[k]) for k in links(seq)))
