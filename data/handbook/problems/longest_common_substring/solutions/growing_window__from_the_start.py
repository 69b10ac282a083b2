import sys


def longest(s, t):
    record = 0
    for left in range(len(s)):
        # only pieces longer than the record are worth a look
        while left + record < len(s):
            piece = s[left : left + record + 1]
            if t.find(piece) == -1:
                break
            record = len(piece)
    return record


lines = sys.stdin.readlines()
print(longest(lines[0].strip(), lines[1].strip()))
