import sys

tokens = sys.stdin.buffer.read().split()
n = int(tokens[0])
total = 0
i = 1
while i <= n:
    total ^= int(tokens[i])
    total ^= i
    i += 1
print(total)
