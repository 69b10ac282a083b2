import sys


def num_decodings(digits: str) -> int:
    before, current = 0, 1
    previous = ""
    for digit in digits:
        total = 0
        if digit != "0":
            total = current
        if previous and 10 <= int(previous + digit) <= 26:
            total += before
        before, current, previous = current, total, digit
    return current


if __name__ == "__main__":
    print(num_decodings(sys.stdin.readline().strip()))
