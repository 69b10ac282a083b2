import sys

input = sys.stdin.readline


def main():
    n = int(input())
    points = sorted([tuple(map(int, input().split())) for _ in range(n)], key=lambda p: p[0])
    best = 4 * 10**12  # squared
    for right in range(1, n):
        x2, y2 = points[right]
        left = right - 1
        while left >= 0 and (x2 - points[left][0]) ** 2 < best:
            dx = x2 - points[left][0]
            dy = y2 - points[left][1]
            best = min(best, dx * dx + dy * dy)
            left -= 1
    print("%.7f" % (best**0.5))


main()
