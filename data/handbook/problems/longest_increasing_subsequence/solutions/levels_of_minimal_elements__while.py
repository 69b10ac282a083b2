import sys


def peel(numbers):
    """takes out the running minima; returns the others"""
    others = []
    i = 0
    smallest = float("inf")
    while i < len(numbers):
        if numbers[i] > smallest:
            others.append(numbers[i])
        else:
            smallest = numbers[i]
        i += 1
    return others


def main():
    left = [int(x) for x in sys.stdin.read().split()[1:]]
    answer = 0
    while len(left) > 0:
        left = peel(left)
        answer += 1
    print(answer)


main()
