import sys

_, *wall = map(int, sys.stdin.read().split())
summit = max(range(len(wall)), key=wall.__getitem__)


def pour(positions):
    crest = 0
    for p in positions:
        if wall[p] > crest:
            crest = wall[p]
        else:
            yield crest - wall[p]


print(sum(pour(range(summit))) + sum(pour(reversed(range(summit + 1, len(wall))))))
