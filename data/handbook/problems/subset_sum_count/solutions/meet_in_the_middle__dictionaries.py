# two halves; every sum of one half looks for its partner in the other
import sys


def table(part):
    counts = {}
    for mask in range(1 << len(part)):
        total = 0
        for bit, weight in enumerate(part):
            if mask >> bit & 1:
                total += weight
        if total in counts:
            counts[total] += 1
        else:
            counts[total] = 1
    return counts


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    s, a = data[1], data[2:]
    half = len(a) // 2
    first, second = table(a[:half]), table(a[half:])
    answer = 0
    for total, times in first.items():
        if s - total in second:
            answer += times * second[s - total]
    print(answer)


main()
