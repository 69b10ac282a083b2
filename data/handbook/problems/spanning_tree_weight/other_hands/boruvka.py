import sys


def main():
    tokens = list(map(int, sys.stdin.read().split()))
    n, rest = tokens[0], tokens[2:]
    wires = sorted(zip(rest[2::3], rest[0::3], rest[1::3]), reverse=True)
    leader = list(range(n + 1))

    def head(v):
        if leader[v] != v:
            leader[v] = head(leader[v])
        return leader[v]

    bill = 0
    trees = n
    while trees > 1:
        choice = {}
        # dearest first, so that the cheapest wire of a tree is noted last
        for wire in wires:
            p, q = head(wire[1]), head(wire[2])
            if p != q:
                choice[p] = choice[q] = wire
        if not choice:
            return -1
        for price, a, b in choice.values():
            p, q = head(a), head(b)
            if p == q:
                continue
            leader[q] = p
            bill += price
            trees -= 1
    return bill


print(main())
