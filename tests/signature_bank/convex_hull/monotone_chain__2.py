import sys


def turns_left(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def half(points):
    chain = []
    for point in points:
        while len(chain) > 1 and not turns_left(chain[-2], chain[-1], point):
            del chain[-1]
        chain.append(point)
    chain.pop()
    return chain


def main():
    data = list(map(int, sys.stdin.read().split()))
    points = sorted(set(zip(data[1::2], data[2::2])))
    hull = half(points) + half(points[::-1])
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(hull, hull[1:] + hull[:1]))
    print(len(hull), area // 2)


main()
