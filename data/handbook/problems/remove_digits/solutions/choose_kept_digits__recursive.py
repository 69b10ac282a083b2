import sys


def choices(digits, keep):
    """Every way to keep some digits of a string, in order."""

    def extend(start, chosen):
        if len(chosen) == keep:
            yield chosen
            return
        # enough digits must be left for the rest
        last_start = len(digits) - (keep - len(chosen))
        for i in range(start, last_start + 1):
            yield from extend(i + 1, chosen + digits[i])

    yield from extend(0, "")


def main():
    number, count = sys.stdin.read().split()
    best = None
    for left in choices(number, len(number) - int(count)):
        value = int(left or "0")
        if best is None or value < best:
            best = value
    print(best)


if __name__ == "__main__":
    main()
