import sys


def shift(word: str) -> int:
    head, _, _ = (word[1:] + word).partition(word)
    return len(head) + 1


if __name__ == "__main__":
    print(shift(sys.stdin.read().split()[0]))
