import sys
from itertools import takewhile


def shortest(pts):
    record = 10**12

    def close(p):
        return (pts[p][0] - east) ** 2 < record

    pts.sort(reverse=True)
    for place, (east, north) in enumerate(pts):
        for p in takewhile(close, range(place + 1, len(pts))):
            dx, dy = east - pts[p][0], north - pts[p][1]
            record = min(record, dx * dx + dy * dy)
        if not record:
            break
    return record**0.5


print(shortest([tuple(map(int, row.split())) for row in sys.stdin.read().splitlines()[1:]]))
