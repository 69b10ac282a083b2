import sys


def main():
    text, word = [line.strip() for line in sys.stdin.readlines()[:2]]
    limit = 2 * len(text) + 2
    # state 1 is the start, 0 stands for "nothing"
    depth = [0] * limit
    suffix = [0] * limit
    times = [0] * limit
    edges = [None] * limit
    edges[1] = {}
    states = 1
    tail = 1

    for ch in text:
        states += 1
        new = states
        edges[new] = {}
        depth[new] = depth[tail] + 1
        times[new] = 1
        v = tail
        while v and ch not in edges[v]:
            edges[v][ch] = new
            v = suffix[v]
        if not v:
            suffix[new] = 1
        else:
            w = edges[v][ch]
            if depth[w] != depth[v] + 1:
                states += 1
                twin = states
                depth[twin] = depth[v] + 1
                edges[twin] = dict(edges[w])
                suffix[twin] = suffix[w]
                suffix[w] = twin
                while v and edges[v].get(ch) == w:
                    edges[v][ch] = twin
                    v = suffix[v]
                w = twin
            suffix[new] = w
        tail = new

    at = 1
    for ch in word:
        at = edges[at].get(ch, 0)
        if not at:
            print(0)
            return

    buckets = [[] for _ in range(len(text) + 1)]
    for v in range(2, states + 1):
        buckets[depth[v]].append(v)
    while buckets:
        for v in buckets.pop():
            times[suffix[v]] += times[v]
    print(times[at])


main()
