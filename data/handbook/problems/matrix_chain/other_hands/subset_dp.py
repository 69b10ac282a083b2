import sys


def main():
    n = int(sys.stdin.readline())
    dims = list(map(int, sys.stdin.readline().split()))
    total = 1 << (n - 1)
    # bit b set: the border b + 1 is already multiplied away
    price = [None] * total
    price[0] = 0
    for removed in range(1, total):
        for b in range(n - 1):
            if not removed >> b & 1:
                continue
            before = removed & ~(1 << b)
            left = right = b
            while left >= 0 and removed >> left & 1:
                left -= 1
            while removed >> right & 1:
                right += 1
            here = price[before] + dims[left + 1] * dims[b + 1] * dims[right + 1]
            if price[removed] is None or here < price[removed]:
                price[removed] = here
    print(price[-1])


main()
