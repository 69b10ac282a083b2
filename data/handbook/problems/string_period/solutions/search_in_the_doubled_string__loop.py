def first_occurrence(pattern: str, text: str, begin: int) -> int:
    at = begin
    while not text.startswith(pattern, at):
        at += 1
    return at


if __name__ == "__main__":
    word = input()
    print(first_occurrence(word, word + word, 1))
