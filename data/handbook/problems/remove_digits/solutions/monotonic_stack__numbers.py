import sys


def push(kept: int, digit: int, budget: int) -> tuple[int, int]:
    while budget and kept % 10 > digit:
        kept //= 10
        budget -= 1
    return kept * 10 + digit, budget


def main() -> None:
    number, count = map(int, sys.stdin.readline().split())
    digits = []
    while number:
        number, digit = divmod(number, 10)
        digits.append(digit)
    # the kept digits are one number, its last digit is the top; zeros in front do no harm
    kept, budget = 0, count
    for digit in reversed(digits):
        kept, budget = push(kept, digit, budget)
    print(kept // 10**budget)


main()
