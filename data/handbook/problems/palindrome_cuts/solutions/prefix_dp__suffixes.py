import sys


def is_palindrome(text: str, left: int, right: int) -> bool:
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True


def min_cuts(text: str) -> int:
    """pieces[i] is the least number of palindromes that make up text[i:]."""
    size = len(text)
    pieces = {size: 0}
    for start in reversed(range(size)):
        best = size
        for end in range(start, size):
            if is_palindrome(text, start, end):
                best = min(best, 1 + pieces[end + 1])
        pieces[start] = best
    return pieces[0] - 1


def main() -> None:
    word = sys.stdin.readline().rstrip("\n")
    print(min_cuts(word))


if __name__ == "__main__":
    main()
