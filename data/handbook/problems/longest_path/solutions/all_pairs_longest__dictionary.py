import sys
from itertools import product


def main():
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    numbers = list(map(int, data[2:]))
    longest = {}
    for a, b in zip(numbers[::2], numbers[1::2]):
        longest[a, b] = 1
    # product runs the last index fastest: k is the outermost loop
    for k, i, j in product(range(1, n + 1), repeat=3):
        if (i, k) in longest and (k, j) in longest:
            through = longest[i, k] + longest[k, j]
            if through > longest.get((i, j), 0):
                longest[i, j] = through
    print(max(longest.values(), default=0))


main()
