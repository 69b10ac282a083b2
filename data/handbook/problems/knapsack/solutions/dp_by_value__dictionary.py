import sys


def main():
    """lightest[v] is the least weight of things that are worth v together."""
    numbers = list(map(int, sys.stdin.read().split()))
    capacity = numbers[1]
    lightest = {0: 0}
    for i in range(2, len(numbers), 2):
        weight, value = numbers[i], numbers[i + 1]
        for v, w in list(lightest.items()):
            heavier = w + weight
            if heavier > capacity:
                continue
            if v + value not in lightest or heavier < lightest[v + value]:
                lightest[v + value] = heavier
    print(max(lightest))


main()
