import sys


def longest_common(p, q):
    rows, cols = len(p), len(q)
    table = [[0] * (cols + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        here, below, ch = table[i], table[i + 1], p[i]
        for j in range(cols - 1, -1, -1):
            if ch == q[j]:
                here[j] = 1 + below[j + 1]
            else:
                here[j] = here[j + 1] if here[j + 1] > below[j] else below[j]
    return table[0][0]


sys.stdin.readline()
seq = tuple(map(int, sys.stdin.readline().split()))
print(longest_common(seq, sorted(dict.fromkeys(seq))))
