import sys
from typing import Iterator, List


def sentences(text: str, words: frozenset, chosen: List[str]) -> Iterator[str]:
    """All ways to write the text with blanks between the words."""
    if not text:
        yield " ".join(chosen)
    for length in range(1, len(text) + 1):
        head, tail = text[:length], text[length:]
        if head in words:
            chosen.append(head)
            yield from sentences(tail, words, chosen)
            chosen.pop()


def main() -> None:
    lines = [line.strip() for line in sys.stdin]
    found = list(sentences(lines[0], frozenset(lines[2].split()), []))
    print(len(found))


if __name__ == "__main__":
    main()
