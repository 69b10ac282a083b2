import sys


def num_decodings(digits: str) -> int:
    """Number of letter words behind the digits, with constant memory."""
    older, newer = 0, 1
    previous = ""
    for digit in digits:
        current = newer if digit > "0" else 0
        if previous == "1" or (previous == "2" and digit in "0123456"):
            current += older
        older, newer, previous = newer, current, digit
    return newer


if __name__ == "__main__":
    print(num_decodings(sys.stdin.readline().rstrip("\n")))
