import sys


def powers(base: int, limit: int) -> list[int]:
    result = [1]
    while result[-1] * base <= limit:
        result.append(result[-1] * base)
    return result


def rank(limit: int) -> int:
    """Counts the numbers 2^a 3^b 5^c from 1 to limit."""
    if limit < 1:
        return 0
    twos, threes, fives = powers(2, limit), powers(3, limit), powers(5, limit)
    total = 0
    for three in threes:
        for five in fives:
            if three * five > limit:
                break
            rest = limit // (three * five)
            total += sum(two <= rest for two in twos)
    return total


def main() -> None:
    n = int(sys.stdin.readline())
    low, high = 0, 1
    while rank(high) < n:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if rank(middle) < n:
            low = middle
        else:
            high = middle
    print(high)


if __name__ == "__main__":
    main()
