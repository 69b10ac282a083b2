import sys
from bisect import insort


def least(numbers: list[int]) -> int:
    """Least difference that an ascending list of numbers can be brought to."""
    *smaller, second, first = numbers if len(numbers) > 1 else [0, *numbers]
    if first >= second + sum(smaller):
        return first - second - sum(smaller)

    apart = smaller.copy()
    insort(apart, first - second)
    result = least(apart)
    if result > 1:
        together = smaller.copy()
        together.append(first + second)
        result = min(result, least(together))
    return result


if __name__ == "__main__":
    words = sys.stdin.read().split()
    print(least(sorted(int(word) for word in words[1:])))
