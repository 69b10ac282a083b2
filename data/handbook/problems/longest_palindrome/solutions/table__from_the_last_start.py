import sys


def longest_palindrome(s: str) -> int:
    """is_pal[i][j]: s[i..j] is a palindrome; needs the row below, so i runs backwards."""
    size = len(s)
    is_pal = [[0] * size for _ in range(size)]
    longest = 0
    for i in reversed(range(size)):
        for j in range(i, size):
            if s[i] != s[j]:
                continue
            if j - i < 3 or is_pal[i + 1][j - 1]:
                is_pal[i][j] = 1
                longest = max(longest, j - i + 1)
    return longest


print(longest_palindrome(sys.stdin.read().split()[0]))
