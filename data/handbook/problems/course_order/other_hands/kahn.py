import sys


def main():
    (n, m), *arcs = [tuple(map(int, s.split())) for s in sys.stdin.read().strip().split("\n")]
    children = {v: [] for v in range(1, n + 1)}
    indegree = dict.fromkeys(children, 0)
    for a, b in arcs:
        children[a].append(b)
        indegree[b] += 1

    # the list is the queue; entries are never taken out
    line = [(v, 1) for v in children if indegree[v] == 0]
    for v, term in line:
        for w in children[v]:
            indegree[w] -= 1
            if indegree[w] == 0:
                line.append((w, term + 1))
    print(line[-1][1] if len(line) == n else -1)


main()
