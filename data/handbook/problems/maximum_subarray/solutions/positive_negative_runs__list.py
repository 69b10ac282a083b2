import sys


def runs(numbers):
    """sums of the maximal pieces of one sign"""
    sums = []
    positive = None
    for x in numbers:
        if (x > 0) == positive:
            sums[-1] += x
        else:
            sums.append(x)
            positive = x > 0
    return sums


def main():
    n = int(sys.stdin.readline())
    numbers = list(map(int, sys.stdin.readline().split()))
    if max(numbers) <= 0:
        print(max(numbers))
        return
    merged = []
    best = 0
    for s in runs(numbers):
        merged.append(s)
        best = max(best, s)
        while len(merged) > 2:
            a, b, c = merged[-3:]
            if abs(b) > abs(a) or abs(b) > abs(c):
                break
            merged[-3:] = [a + b + c]
            best = max(best, a + b + c)
    print(best)


if __name__ == "__main__":
    main()
