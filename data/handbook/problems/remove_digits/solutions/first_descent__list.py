from sys import stdin


def drop_one(digits):
    for place, (digit, following) in enumerate(zip(digits, digits[1:])):
        if digit > following:
            del digits[place]
            return
    digits.pop()  # never goes down: the last digit is the one to lose


def main():
    first, second = stdin.readline().split()
    digits = list(map(int, first))
    remaining = int(second)
    while remaining:
        drop_one(digits)
        remaining -= 1
    value = 0
    for digit in digits:
        value = 10 * value + digit
    print(value)


main()
