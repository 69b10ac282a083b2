# Nemhauser and Ullmann: only keep the pairs (weight, value) that no lighter and better pair beats
import sys


def extend(pairs, weight, value, capacity):
    shifted = [(w + weight, v + value) for w, v in pairs if w + weight <= capacity]
    result = []
    i = j = 0
    while i < len(pairs) or j < len(shifted):
        if j == len(shifted) or (i < len(pairs) and pairs[i][0] <= shifted[j][0]):
            pair = pairs[i]
            i += 1
        else:
            pair = shifted[j]
            j += 1
        if not result or pair[1] > result[-1][1]:
            if result and result[-1][0] == pair[0]:
                result.pop()
            result.append(pair)
    return result


def main():
    n, capacity = map(int, sys.stdin.readline().split())
    pairs = [(0, 0)]
    for _ in range(n):
        weight, value = map(int, sys.stdin.readline().split())
        pairs = extend(pairs, weight, value, capacity)
    print(max(v for _, v in pairs))


if __name__ == "__main__":
    main()
