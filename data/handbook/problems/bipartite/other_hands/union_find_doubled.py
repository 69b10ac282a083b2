import sys

leader = {}


def lead(x):
    path = []
    while leader.setdefault(x, x) != x:
        path.append(x)
        x = leader[x]
    for y in path:
        leader[y] = x
    return x


def possible():
    header, *rest = sys.stdin.read().strip().splitlines()
    for line in rest:
        a, b = line.split()
        for here, there in (("left", "right"), ("right", "left")):
            leader[lead((a, here))] = lead((b, there))
        if lead((a, "left")) == lead((a, "right")):
            return False
    return True


print("YES" if possible() else "NO")
