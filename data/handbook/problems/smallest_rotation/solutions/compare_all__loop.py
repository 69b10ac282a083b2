import sys


def smallest_rotation(word: str) -> str:
    """Tries every rotation of the word; O(n^2)."""
    best = word
    current = word
    for _ in range(len(word) - 1):
        current = current[1:] + current[0]
        if current < best:
            best = current
    return best


def main() -> None:
    word = sys.stdin.readline().strip()
    print(smallest_rotation(word))


if __name__ == "__main__":
    main()
