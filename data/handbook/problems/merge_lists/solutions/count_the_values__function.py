import sys


def merge(lists, largest=500):
    """The order of the lists does not matter: how often every number occurs is enough."""
    frequency = [0] * (largest + 1)
    for numbers in lists:
        for number in numbers:
            frequency[number] += 1
    for number, times in enumerate(frequency):
        while times > 0:
            yield number
            times -= 1


def main():
    data = sys.stdin.buffer.read().splitlines()
    lists = [[int(x) for x in line.split()[1:]] for line in data[1:]]
    print(*merge(lists))


main()
