import sys


def main():
    data = sys.stdin.buffer.read().split()
    h = [int(x) for x in data[1:]]
    left, right = 0, len(h) - 1
    volume = 0
    level = 0
    while True:
        level += 1
        while left <= right and h[left] < level:
            left += 1
        while left <= right and h[right] < level:
            right -= 1
        if left > right:
            break
        for k in range(left, right + 1):
            if h[k] < level:
                volume += 1
    print(volume)


main()
