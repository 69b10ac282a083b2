import sys


def is_period(text, length):
    for i in range(length, len(text)):
        if text[i] != text[i - length]:
            return False
    return True


def main():
    text = sys.stdin.readline().rstrip("\n")
    length = 1
    while len(text) % length != 0 or not is_period(text, length):
        length += 1
    print(length)


if __name__ == "__main__":
    main()
