import sys


def contains(values, wanted):
    for value in values:
        if value == wanted:
            return True
    return False


def main():
    data = list(map(int, sys.stdin.read().split()))
    candidate = 0
    while contains(data[1:], candidate):
        candidate += 1
    print(candidate)


main()
