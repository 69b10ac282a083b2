import sys


def count(word):
    memo = {}

    def is_palindrome(lo, hi):
        if hi - lo < 1:
            return True
        if (lo, hi) not in memo:
            if word[lo] != word[hi]:
                memo[lo, hi] = False
            else:
                memo[lo, hi] = is_palindrome(lo + 1, hi - 1)
        return memo[lo, hi]

    found = 0
    for hi in range(len(word)):
        for lo in range(hi + 1):
            if is_palindrome(lo, hi):
                found += 1
    return found


print(count(sys.stdin.read().strip()))
