import sys

text = sys.stdin.readline().strip()
size = len(text)
pieces = (text[i : i + k] for k in range(size, 0, -1) for i in range(size - k + 1))
print(len(next(piece for piece in pieces if piece == "".join(reversed(piece)))))
