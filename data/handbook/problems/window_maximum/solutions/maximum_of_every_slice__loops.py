import sys


def main():
    n, k, *numbers = map(int, sys.stdin.read().split())
    out = []
    for start in range(n - k + 1):
        largest = numbers[start]
        for j in range(start + 1, start + k):
            if numbers[j] > largest:
                largest = numbers[j]
        out.append(str(largest))
    sys.stdout.write(" ".join(out))
    sys.stdout.write("\n")


main()
