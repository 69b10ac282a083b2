import sys


def main():
    heights = list(map(int, sys.stdin.read().split()))[1:]
    walls = sorted(((height, place) for place, height in enumerate(heights)), reverse=True)
    leftmost, rightmost = len(heights), -1
    area = 0
    for height, place in walls:
        if rightmost >= 0:
            area = max(area, height * (place - leftmost), height * (rightmost - place))
        leftmost = min(leftmost, place)
        rightmost = max(rightmost, place)
    print(area)


main()
