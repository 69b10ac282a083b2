import sys


def radix(numbers: list[int]) -> list[int]:
    """Least significant bit first; a stable split by every bit."""
    bit = 1
    while bit <= max(numbers):
        zeros: list[int] = []
        ones: list[int] = []
        for number in numbers:
            (ones if number & bit else zeros).append(number)
        numbers = zeros + ones
        bit <<= 1
    return numbers


if __name__ == "__main__":
    print(*radix([int(x) for x in sys.stdin.readlines()[1].split()]))
