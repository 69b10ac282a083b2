import sys


def reach(heights, at):
    """how many houses to the left of a house are at least as high, without a gap"""
    count = 0
    for height in reversed(heights[:at]):
        if height < heights[at]:
            break
        count += 1
    return count


def main():
    n = int(sys.stdin.readline())
    heights = list(map(int, sys.stdin.readline().split()))
    mirrored = heights[::-1]
    best = 0
    for i, height in enumerate(heights):
        width = reach(heights, i) + 1 + reach(mirrored, n - 1 - i)
        if height * width > best:
            best = height * width
    print(best)


main()
