import sys


def layers(picture):
    while True:
        yield picture
        picture = [
            [p and q and s and t for p, q, s, t in zip(one, one[1:], two, two[1:])]
            for one, two in zip(picture, picture[1:])
        ]


_, *lines = sys.stdin.read().split("\n")
start = [[ch == "1" for ch in line.strip()] for line in lines if line.strip()]
for depth, picture in enumerate(layers(start)):
    if not any(map(any, picture)):
        print(depth)
        break
