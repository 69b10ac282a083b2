class State:
    __slots__ = ("len", "suf", "go")

    def __init__(self, length, suf=None, go=()):
        self.len = length
        self.suf = suf
        self.go = dict(go)


def extend(root, last, ch):
    new = State(last.len + 1)
    v = last
    while v and ch not in v.go:
        v.go[ch] = new
        v = v.suf
    if v is None:
        new.suf = root
        return new
    w = v.go[ch]
    if w.len != v.len + 1:
        twin = State(v.len + 1, w.suf, w.go)
        w.suf = twin
        while v and v.go.get(ch) is w:
            v.go[ch] = twin
            v = v.suf
        w = twin
    new.suf = w
    return new


root = State(0)
last = root
total = 0
for ch in input().strip():
    last = extend(root, last, ch)
    # new substrings: the suffixes that did not occur before
    total += last.len - last.suf.len
print(total)
