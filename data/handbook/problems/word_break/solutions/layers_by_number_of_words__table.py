import sys


def read():
    text = sys.stdin.readline().strip()
    sys.stdin.readline()
    return text, frozenset(sys.stdin.readline().split())


def solve(text, words):
    n = len(text)
    fits = [[text[a:b] in words for b in range(n + 1)] for a in range(n + 1)]
    # table[k][b]: the first b letters as exactly k words
    table = [[1] + [0] * n]
    for k in range(1, n + 1):
        before = table[k - 1]
        row = [0] * (n + 1)
        for b in range(k, n + 1):
            for a in range(k - 1, b):
                if fits[a][b]:
                    row[b] += before[a]
        table.append(row)
    return sum(row[n] for row in table)


print(solve(*read()))
