import sys
from collections import Counter


def solve(numbers):
    occurrences = Counter(numbers)
    lo = min(numbers)
    hi = max(numbers)
    lengths = []
    length = 0
    value = hi
    while value >= lo:
        if occurrences[value] == 0:
            lengths.append(length)
            length = 0
        else:
            length += 1
        value -= 1
    lengths.append(length)
    return max(lengths)


if __name__ == "__main__":
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    print(solve(list(map(int, data[1 : n + 1]))))
