import sys
from collections import defaultdict

sys.setrecursionlimit(1 << 20)


def walk(vertex, links, trail):
    while links[vertex]:
        following = min(links[vertex])
        links[vertex].remove(following)
        links[following].remove(vertex)
        walk(following, links, trail)
    trail.append(vertex)


def main():
    _, _, *ends = map(int, sys.stdin.read().split())
    links = defaultdict(list)
    for a, b in zip(ends[::2], ends[1::2]):
        links[a].append(b)
        links[b].append(a)
    start = min((v for v in links if len(links[v]) % 2), default=1)
    trail = []
    walk(start, links, trail)
    print(*reversed(trail))


main()
