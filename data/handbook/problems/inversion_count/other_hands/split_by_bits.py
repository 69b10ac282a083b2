import sys


def main():
    _, *xs = map(int, sys.stdin.read().split())
    offset = 1 << 30
    stack = [([x + offset for x in xs], 31)]
    inversions = 0
    while stack:
        part, bit = stack.pop()
        if bit < 0 or len(part) == 1:
            continue
        halves = [], []
        for x in reversed(part):
            side = (x >> bit) & 1
            if side:
                inversions += len(halves[0])
            halves[side].append(x)
        for half in halves:
            if half:
                half.reverse()
                stack.append((half, bit - 1))
    print(inversions)


main()
