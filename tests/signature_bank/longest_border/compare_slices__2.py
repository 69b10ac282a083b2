import sys

text = sys.stdin.read().strip()
print(max(size for size in range(len(text)) if text.endswith(text[:size])))
