import sys


def is_match(text, pattern):
    place = at = 0
    back_place, back_at = None, None
    while place < len(text):
        symbol = pattern[at] if at < len(pattern) else None
        if symbol == "*":
            back_place, back_at = place, at
            at += 1
        elif symbol == "?" or symbol == text[place]:
            place += 1
            at += 1
        elif back_at is None:
            return False
        else:
            back_place += 1
            place, at = back_place, back_at + 1
    return not pattern[at:].strip("*")


lines = sys.stdin.read().splitlines()
print("YES" if is_match(lines[0], lines[1]) else "NO")
