import sys


def main():
    data = list(map(int, sys.stdin.read().split()))
    n = data[0]
    A = [data[1 + n * i : 1 + n * (i + 1)] for i in range(n)]
    flips = 0
    last = 1
    # from the lower right corner to the upper left one
    for k in range(n - 1, 0, -1):
        r = k
        while r >= 0 and A[r][k] == 0:
            r -= 1
        if r < 0:
            print(0)
            return
        if r != k:
            A[r], A[k] = A[k], A[r]
            flips ^= 1
        for i in range(k):
            for j in range(k):
                A[i][j] = (A[k][k] * A[i][j] - A[i][k] * A[k][j]) // last
        last = A[k][k]
    print(-A[0][0] if flips else A[0][0])


main()
