import sys


def minimal_start(s):
    """Two candidates race; the loser jumps behind everything it has been compared with."""
    n = len(s)
    doubled = s + s
    first = 0
    second = 1
    while second < n:
        length = 0
        while length < n and doubled[first + length] == doubled[second + length]:
            length += 1
        if length == n:
            break
        if doubled[first + length] < doubled[second + length]:
            second += length + 1
        else:
            first, second = second, max(second, first + length) + 1
    return first


def main():
    s = sys.stdin.readline().rstrip("\n")
    start = minimal_start(s)
    print(s[start:] + s[:start])


main()
