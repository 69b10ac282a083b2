import sys


def main():
    data = sys.stdin.read().split()
    n = int(data[0])
    board = data[1:]
    Y = {}
    X = {("r", i): set() for i in range(n)}
    X.update({("c", i): set() for i in range(n)})
    D = {}
    for i in range(n):
        for j in range(n):
            if board[i][j] == ".":
                Y[i, j] = [("r", i), ("c", j), ("s", i + j), ("d", i - j)]
                for key in Y[i, j]:
                    (X if key[0] in "rc" else D).setdefault(key, set()).add((i, j))

    def search():
        if not X:
            return 1
        best = min(X, key=lambda k: len(X[k]))
        total = 0
        for sq in list(X[best]):
            saved = []
            for key in Y[sq]:
                table = X if key in X else D
                for other in table[key]:
                    for k in Y[other]:
                        if k != key:
                            for t in (X, D):
                                if k in t:
                                    t[k].discard(other)
                saved.append((table, key, table.pop(key)))
            total += search()
            for table, key, group in reversed(saved):
                table[key] = group
                for other in group:
                    for k in Y[other]:
                        if k != key:
                            for t in (X, D):
                                if k in t:
                                    t[k].add(other)
        return total

    print(search())


main()
