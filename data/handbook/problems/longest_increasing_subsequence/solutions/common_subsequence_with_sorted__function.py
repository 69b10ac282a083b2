import sys


def lcs(a, b):
    """length of the longest common subsequence, one row of the table after the other"""
    previous = [0] * (len(b) + 1)
    for x in a:
        current = [0]
        last = 0
        for j, y in enumerate(b):
            if y == x:
                last = previous[j] + 1
            elif previous[j + 1] > last:
                last = previous[j + 1]
            current.append(last)
        previous = current
    return previous[len(b)]


def main():
    n = int(sys.stdin.readline())
    numbers = list(map(int, sys.stdin.readline().split()))
    print(lcs(numbers, sorted(set(numbers))))


if __name__ == "__main__":
    main()
