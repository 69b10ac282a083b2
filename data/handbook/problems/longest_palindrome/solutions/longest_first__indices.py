import sys


def is_palindrome(s, i, j):
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


def longest(s):
    length = len(s)
    while length > 1:
        start = 0
        while start + length <= len(s):
            if is_palindrome(s, start, start + length - 1):
                return length
            start += 1
        length -= 1
    return 1


if __name__ == "__main__":
    print(longest(sys.stdin.read().strip()))
