import fileinput
import itertools


def read():
    for line in fileinput.input():
        yield tuple(int(word) for word in line.split())


def earliest(n, pairs):
    term = dict.fromkeys(range(1, n + 1), 1)
    for round_number in itertools.count(1):
        stable = True
        for a, b in pairs:
            least = term[a] + 1
            if least > n:
                return None
            if term[b] < least:
                term[b], stable = least, False
        if stable:
            return term


(n, m), *pairs = read()
term = earliest(n, pairs)
print(-1 if term is None else max(term.values()))
