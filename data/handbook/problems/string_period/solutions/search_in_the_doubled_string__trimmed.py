import sys


def main():
    word = sys.stdin.readline().strip()
    # the first rotation that gives the word again
    doubled = word * 2
    try:
        print(doubled[1:-1].index(word) + 1)
    except ValueError:
        print(len(word))


main()
