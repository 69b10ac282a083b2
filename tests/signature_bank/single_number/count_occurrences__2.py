from collections import Counter


def main():
    input()
    counts = Counter(input().split())
    print(next(value for value, times in counts.items() if times == 1))


main()
