import sys


def hamming(p, q):
    total = 0
    for i in range(len(p)):
        if p[i] != q[i]:
            total += 1
    return total


def solve(source, target, vocab):
    vocab = [source] + [w for w in vocab if w != source]
    if target not in vocab:
        return -1
    size = len(vocab)
    far = size + 1
    hops = [[min(hamming(p, q), 2) for q in vocab] for p in vocab]
    hops = [[far if x == 2 else x for x in row] for row in hops]
    for mid in range(size):
        through = hops[mid]
        hops = [[min(old, row[mid] + more) for old, more in zip(row, through)] for row in hops]
    answer = hops[0][vocab.index(target)]
    return answer if answer < far else -1


text = sys.stdin.read().split()
print(solve(text[0], text[1], text[3:]))
