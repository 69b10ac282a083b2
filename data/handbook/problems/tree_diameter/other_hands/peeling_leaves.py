import sys


def main():
    n, *ends = map(int, sys.stdin.read().split())
    near = {v: set() for v in range(1, n + 1)}
    for x, y in zip(ends[0::2], ends[1::2]):
        near[x].add(y)
        near[y].add(x)

    length = 0
    while len(near) > 2:
        bare = [v for v, friends in near.items() if len(friends) == 1]
        for v in bare:
            for w in near.pop(v):
                near[w].discard(v)
        length += 2
    if len(near) == 2:
        length += 1
    print(length)


main()
