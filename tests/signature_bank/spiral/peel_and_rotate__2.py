import sys


def spiral(rows):
    if not rows:
        return []
    first, *others = rows
    turned = [list(col) for col in zip(*others)]
    turned.reverse()
    return list(first) + spiral(turned)


data = [line.split() for line in sys.stdin if line.strip()]
print(" ".join(spiral(data[1:])))
