import sys


def main():
    left = int(sys.stdin.read())
    size = 1 << 17
    mark = bytearray(size)
    mark[1] = 1
    v = 0
    while left:
        v += 1
        if not mark[v]:
            continue
        left -= 1
        for w in (v + v, 3 * v, 5 * v):
            if w >= size:
                break
            mark[w] = 1
    print(v)


main()
