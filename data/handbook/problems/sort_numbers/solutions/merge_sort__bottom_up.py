# runs of 1, 2, 4, ... numbers, merged in pairs
import sys


def main():
    n, *a = map(int, sys.stdin.read().split())
    width = 1
    while width < n:
        out = []
        for start in range(0, n, 2 * width):
            i, middle = start, min(start + width, n)
            j, end = middle, min(start + 2 * width, n)
            while i < middle or j < end:
                if j >= end or (i < middle and a[i] <= a[j]):
                    out.append(a[i])
                    i += 1
                else:
                    out.append(a[j])
                    j += 1
        a = out
        width *= 2
    print(" ".join(map(str, a)))


main()
