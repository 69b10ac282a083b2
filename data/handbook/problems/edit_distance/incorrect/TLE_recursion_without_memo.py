import sys

sys.setrecursionlimit(5000)
a = input()
b = input()


def f(i, j):
    if i == 0 or j == 0:
        return i + j
    return min(f(i - 1, j) + 1, f(i, j - 1) + 1, f(i - 1, j - 1) + (a[i - 1] != b[j - 1]))


print(f(len(a), len(b)))
