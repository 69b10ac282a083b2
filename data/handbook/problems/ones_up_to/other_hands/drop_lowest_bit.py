import sys


def weights(limit):
    for number in range(limit + 1):
        steps = 0
        while number != 0:
            number -= number & -number
            steps += 1
        yield steps


print(sum(weights(int(sys.stdin.read()))))
