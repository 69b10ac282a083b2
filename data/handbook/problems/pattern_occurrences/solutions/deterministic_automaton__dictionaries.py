import sys


def build(pattern: str) -> list[dict[str, int]]:
    """For every number of matched letters: where a letter leads; letters not named lead to 0."""
    alphabet = sorted(set(pattern))
    size = len(pattern)
    table: list[dict[str, int]] = [dict.fromkeys(alphabet, 0) for _ in range(size + 1)]
    table[0][pattern[0]] = 1
    fallback = 0
    for state in range(1, size + 1):
        for letter in alphabet:
            table[state][letter] = table[fallback][letter]
        if state < size:
            table[state][pattern[state]] = state + 1
            fallback = table[fallback][pattern[state]]
    return table


def main() -> None:
    text = sys.stdin.readline().strip()
    pattern = sys.stdin.readline().strip()
    table = build(pattern)
    state = 0
    count = 0
    for letter in text:
        state = table[state].get(letter, 0)
        if state == len(pattern):
            count += 1
    print(count)


if __name__ == "__main__":
    main()
