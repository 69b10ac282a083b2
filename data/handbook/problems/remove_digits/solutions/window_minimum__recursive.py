import sys


def smallest(digits, spare):
    if spare == len(digits):
        return ""
    window = digits[: spare + 1]
    digit = min(window)
    skipped = window.index(digit)
    return digit + smallest(digits[skipped + 1 :], spare - skipped)


def strip_zeros(text):
    while text.startswith("0") and len(text) > 1:
        text = text[1:]
    return text


def main():
    tokens = sys.stdin.read().split()
    answer = smallest(tokens[0], int(tokens[1]))
    sys.stdout.write((strip_zeros(answer) or "0") + "\n")


if __name__ == "__main__":
    main()
