import sys


def floors_covered(drops, eggs, limit):
    total = 0
    term = 1
    for i in range(1, eggs + 1):
        term = term * (drops - i + 1) // i
        total += term
        if total >= limit:
            break
    return total


def main():
    eggs, floors = map(int, sys.stdin.read().split())
    low = 0  # too few
    high = floors  # enough
    while high - low > 1:
        mid = low + (high - low) // 2
        if floors_covered(mid, eggs, floors) < floors:
            low = mid
        else:
            high = mid
    print(high)


if __name__ == "__main__":
    main()
