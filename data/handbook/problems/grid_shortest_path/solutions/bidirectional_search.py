import sys

data = sys.stdin.read().split()
h, w = int(data[0]), int(data[1])
W = w + 2
g = "#" * W + "".join("#" + row + "#" for row in data[2:]) + "#" * W
side = [0] * len(g)
near, far = [g.index("S")], [g.index("T")]
side[near[0]] = 1
side[far[0]] = 2
mark, other = 1, 2


def search(near, far, mark, other):
    moves = 0
    while near and far:
        if len(near) > len(far):
            near, far, mark, other = far, near, other, mark
        moves += 1
        nxt = []
        for p in near:
            for q in (p - 1, p + 1, p - W, p + W):
                if side[q] == other:
                    return moves
                if side[q] == 0 and g[q] != "#":
                    side[q] = mark
                    nxt.append(q)
        near = nxt
    return -1


print(search(near, far, mark, other))
