import sys
from bisect import bisect_left


def main():
    text = sys.stdin.readline().strip()

    def impossible(length: int) -> bool:
        windows = (text[i : i + length] for i in range(len(text) - length + 1))
        return not any(len(set(window)) == length for window in windows)

    print(bisect_left(range(len(text) + 1), True, lo=1, key=impossible) - 1)


if __name__ == "__main__":
    main()
