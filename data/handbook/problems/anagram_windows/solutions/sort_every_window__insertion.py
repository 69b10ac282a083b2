import sys


def in_order(letters: str) -> str:
    """The letters in alphabetical order."""
    result: list[str] = []
    for letter in letters:
        place = len(result)
        while place > 0 and result[place - 1] > letter:
            place -= 1
        result.insert(place, letter)
    return "".join(result)


def stretches(text: str, length: int):
    start = 0
    while start + length <= len(text):
        yield text[start : start + length]
        start += 1


def main() -> None:
    word, text = sys.stdin.read().split()
    wanted = in_order(word)
    print(sum(in_order(stretch) == wanted for stretch in stretches(text, len(word))))


if __name__ == "__main__":
    main()
