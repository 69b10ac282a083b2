import sys


class Member:
    def __init__(self, ident):
        self.ident = ident
        self.boss = None
        self.team = []
        self.weight = 1
        self.depth = 0
        self.top = self


def prepare(root):
    order, stack = [], [root]
    while stack:
        m = stack.pop()
        order.append(m)
        for w in m.team:
            w.depth = m.depth + 1
            stack.append(w)
    for m in reversed(order):
        for w in m.team:
            m.weight += w.weight
    for m in order:
        heavy = None
        for w in m.team:
            if heavy is None or w.weight > heavy.weight:
                heavy = w
        if heavy:
            heavy.top = m.top


def query(a, b):
    while a.top is not b.top:
        if a.top.depth > b.top.depth:
            a = a.top.boss
        else:
            b = b.top.boss
    if a.depth <= b.depth:
        return a
    return b


def main():
    rows = [list(map(int, r.split())) for r in sys.stdin.read().splitlines() if r]
    (n, q), bosses = rows[0], rows[1]
    firm = [Member(i) for i in range(n + 1)]
    for m, b in zip(firm[2:], bosses):
        m.boss = firm[b]
        firm[b].team.append(m)
    prepare(firm[1])
    for a, b in rows[2:]:
        print(query(firm[a], firm[b]).ident)


main()
