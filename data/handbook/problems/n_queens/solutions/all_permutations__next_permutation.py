import sys


def next_permutation(p):
    i = len(p) - 2
    while i >= 0 and p[i] > p[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(p) - 1
    while p[j] < p[i]:
        j -= 1
    p[i], p[j] = p[j], p[i]
    p[i + 1 :] = p[: i : -1]
    return True


def peaceful(board, p):
    n = len(p)
    for i in range(n):
        if board[i][p[i]] != ".":
            return False
        for j in range(i):
            if abs(p[i] - p[j]) == i - j:
                return False
    return True


def main():
    n = int(sys.stdin.readline())
    board = [sys.stdin.readline().rstrip() for _ in range(n)]
    p = list(range(n))
    total = 0
    more = True
    while more:
        total += peaceful(board, p)
        more = next_permutation(p)
    print(total)


main()
