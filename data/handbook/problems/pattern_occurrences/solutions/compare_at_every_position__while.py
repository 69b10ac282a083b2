import sys


def main():
    text, pattern = sys.stdin.read().split()
    m = len(pattern)
    count = 0
    i = 0
    while i + m <= len(text):
        if text[i:i + m] == pattern:
            count += 1
        i += 1
    print(count)


main()
