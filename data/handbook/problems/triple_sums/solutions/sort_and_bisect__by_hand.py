import sys


def lower_bound(a, x, lo):
    hi = len(a)
    while lo < hi:
        mid = (lo + hi) >> 1
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def main():
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    s = int(data[1])
    a = [int(x) for x in data[2:]]
    a.sort()
    count = 0
    for i in range(n - 2):
        for j in range(i + 1, n - 1):
            third = s - a[i] - a[j]
            if third < a[j]:
                break
            count += lower_bound(a, third + 1, j + 1) - lower_bound(a, third, j + 1)
    print(count)


if __name__ == "__main__":
    main()
