import sys


def count_distinct(word: str) -> int:
    """Collects all substrings, the short ones first."""
    seen = set()
    for length in range(1, len(word) + 1):
        for start in range(len(word) - length + 1):
            piece = word[start:start + length]
            if piece in seen:
                continue
            seen.add(piece)
    return len(seen)


if __name__ == "__main__":
    print(count_distinct(sys.stdin.readline().strip()))
