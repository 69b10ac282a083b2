import sys
from collections import deque

P = 2**89 - 1
Q = 123456789123456789


def fingerprint(letters):
    value = 0
    for x in letters:
        value = (value * Q + x) % P
    return value


def windows(letters, size):
    drop = pow(Q, size - 1, P)
    value = fingerprint(letters[:size])
    yield value
    for out, into in zip(letters, letters[size:]):
        value = ((value - out * drop) * Q + into) % P
        yield value


def main():
    text, pattern = ([ord(c) - 96 for c in line] for line in sys.stdin.read().split())
    if len(text) < len(pattern):
        return 0
    goal = fingerprint(pattern)
    return sum(1 for value in windows(text, len(pattern)) if value == goal)


print(main())
