import sys


def build(s):
    link, length, nxt, ends = [-1], [0], [{}], [0]
    last = 0
    for c in s:
        cur = len(link)
        link.append(0)
        length.append(length[last] + 1)
        nxt.append({})
        ends.append(1)
        p = last
        while p >= 0 and c not in nxt[p]:
            nxt[p][c] = cur
            p = link[p]
        if p >= 0:
            q = nxt[p][c]
            if length[q] == length[p] + 1:
                link[cur] = q
            else:
                clone = len(link)
                link.append(link[q])
                length.append(length[p] + 1)
                nxt.append(nxt[q].copy())
                ends.append(0)
                while p >= 0 and nxt[p].get(c) == q:
                    nxt[p][c] = clone
                    p = link[p]
                link[q] = link[cur] = clone
        last = cur
    for v in sorted(range(1, len(link)), key=lambda v: -length[v]):
        ends[link[v]] += ends[v]
    return nxt, ends


def main():
    text, pattern = sys.stdin.read().split()
    if len(pattern) > len(text):
        print(0)
        return
    nxt, ends = build(text)
    v = 0
    for c in pattern:
        v = nxt[v].get(c)
        if v is None:
            print(0)
            return
    print(ends[v])


main()
