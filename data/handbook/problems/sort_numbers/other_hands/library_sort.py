import sys

tokens = sys.stdin.read().split()[1:]
print(" ".join(sorted(tokens, key=int)))
