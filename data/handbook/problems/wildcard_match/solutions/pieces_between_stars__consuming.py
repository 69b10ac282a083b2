import sys
from collections import deque


def begins(word, piece):
    if len(piece) > len(word):
        return False
    for k, symbol in enumerate(piece):
        if symbol != "?" and symbol != word[k]:
            return False
    return True


def cut_to(word, piece):
    """What is left of the word behind the first place of the piece, None if there is none."""
    while len(word) >= len(piece):
        if begins(word, piece):
            return word[len(piece):]
        word = word[1:]
    return None


def check(word, pieces):
    pieces = deque(pieces)
    head = pieces.popleft()
    if not begins(word, head):
        return False
    word = word[len(head):]
    if not pieces:
        return word == ""
    tail = pieces.pop()
    for piece in filter(None, pieces):
        word = cut_to(word, piece)
        if word is None:
            return False
    return begins(word[::-1], tail[::-1])


pieces = sys.stdin.readline().strip().split("*")
sys.stdin.readline()
for line in sys.stdin:
    if line.strip():
        print("YES" if check(line.strip(), pieces) else "NO")
