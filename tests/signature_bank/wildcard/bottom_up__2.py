import sys


def matches(text: str, pattern: str) -> bool:
    row = [True] + [False] * len(text)
    for symbol in pattern:
        following = [row[0] and symbol == "*"]
        for i, ch in enumerate(text):
            if symbol == "*":
                following.append(following[i] or row[i + 1])
            else:
                following.append(row[i] and symbol in ("?", ch))
        row = following
    return row[-1]


text, pattern = sys.stdin.read().split()
print("YES" if matches(text, pattern) else "NO")
