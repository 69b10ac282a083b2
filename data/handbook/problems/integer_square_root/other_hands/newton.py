import sys


def heron(area, start=1 << 17):
    side = start
    while True:
        other = area // side
        if side <= other:
            return side
        side = (side + other) // 2
        if side == 0:
            return 0


print(heron(int(sys.stdin.read())))
