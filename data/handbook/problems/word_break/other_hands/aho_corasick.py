import sys


class Node:
    def __init__(self, depth=0):
        self.depth = depth
        self.next = {}
        self.fail = None
        self.hit = None     # nearest word end on the chain of fail links
        self.end = False


def build(words):
    root = Node()
    for w in words:
        cur = root
        for ch in w:
            if ch not in cur.next:
                cur.next[ch] = Node(cur.depth + 1)
            cur = cur.next[ch]
        cur.end = True
    order = [root]
    for v in order:
        for ch, u in v.next.items():
            f = v.fail
            while f is not None and ch not in f.next:
                f = f.fail
            u.fail = root if f is None else f.next[ch]
            u.hit = u.fail if u.fail.end else u.fail.hit
            order.append(u)
    return root


def step(root, v, ch):
    while v is not root and ch not in v.next:
        v = v.fail
    return v.next.get(ch, root)


def main():
    text = sys.stdin.readline().strip()
    sys.stdin.readline()
    root = build(sys.stdin.readline().split())
    f = [0] * (len(text) + 1)
    f[0] = 1
    state = root
    for i in range(1, len(text) + 1):
        state = step(root, state, text[i - 1])
        w = state if state.end else state.hit
        while w:
            f[i] += f[i - w.depth]
            w = w.hit
    print(f[-1])


main()
