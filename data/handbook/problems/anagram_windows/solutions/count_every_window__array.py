import sys


def tally(s, start, end):
    table = [0] * 26
    for k in range(start, end):
        table[ord(s[k]) - 97] += 1
    return table


class Solution:
    def countAnagrams(self, word, text):
        size = len(word)
        target = tally(word, 0, size)
        hits = [i for i in range(len(text) - size + 1) if tally(text, i, i + size) == target]
        return len(hits)


lines = sys.stdin.read().splitlines()
print(Solution().countAnagrams(lines[0], lines[1]))
