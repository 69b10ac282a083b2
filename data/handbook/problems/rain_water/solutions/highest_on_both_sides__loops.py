import sys


def main():
    n, *h = map(int, sys.stdin.read().split())
    water = 0
    for i in range(n):
        left = right = h[i]
        for j in range(i - 1, -1, -1):
            if h[j] > left:
                left = h[j]
        for j in range(i + 1, n):
            if h[j] > right:
                right = h[j]
        level = left if left < right else right
        water += level - h[i]
    print(water)


main()
