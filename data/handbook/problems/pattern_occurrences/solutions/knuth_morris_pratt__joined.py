import sys


def prefix_function(s):
    pi = [0] * len(s)
    for i in range(1, len(s)):
        j = pi[i - 1]
        while j > 0 and s[i] != s[j]:
            j = pi[j - 1]
        if s[i] == s[j]:
            j += 1
        pi[i] = j
    return pi


input = sys.stdin.readline
text = input().strip()
pattern = input().strip()
# the border of pattern + "$" + text is as long as the pattern wherever the pattern ends
print(prefix_function(pattern + "$" + text).count(len(pattern)))
