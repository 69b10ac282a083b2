import sys


def length_of_longest_substring(s: str) -> int:
    """Jump with the left end right behind the last occurrence of the new character."""
    last_seen = [-1] * 128
    left = -1
    result = 0
    for i in range(len(s)):
        code = ord(s[i])
        left = max(left, last_seen[code])
        result = max(result, i - left)
        last_seen[code] = i
    return result


def main():
    for line in sys.stdin:
        print(length_of_longest_substring(line.strip()))


main()
