import sys


def rotate(values, steps):
    cut = len(values) - steps % len(values)
    return [*values[cut:], *values[:cut]]


tokens = sys.stdin.read().split()
print(" ".join(rotate(tokens[2:], int(tokens[1]))))
