import numpy as np


class Row:
    def __init__(self, text):
        # one unused cell in front: positions count from 1
        self.cells = np.zeros(len(text) + 1, np.int64)
        self.cells[1:] = list(map(int, text))

    def plus(self, i, x):
        self.cells[i] += x

    def total(self, l, r):
        return np.add.reduce(self.cells[l : r + 1])


tokens = open(0).read().split()
n = int(tokens[0])
row = Row(tokens[2 : 2 + n])
rest = tokens[2 + n :]
for op, p, v in zip(rest[0::3], rest[1::3], rest[2::3]):
    if op == "?":
        print(row.total(int(p), int(v)))
    else:
        row.plus(int(p), int(v))
