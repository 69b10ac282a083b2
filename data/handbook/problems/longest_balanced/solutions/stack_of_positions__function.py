import sys


def longest(text: str) -> int:
    """The stack holds the positions of what has no partner so far."""
    unmatched = []
    for position, bracket in enumerate(text):
        if bracket == ")" and unmatched and text[unmatched[-1]] == "(":
            unmatched.pop()
        else:
            unmatched.append(position)
        # the piece between two unmatched brackets is balanced
    best = 0
    end = len(text)
    while unmatched:
        start = unmatched.pop()
        best = max(best, end - start - 1)
        end = start
    return max(best, end)


print(longest(sys.stdin.read().split()[0]))
