import sys

it = iter(sys.stdin.read().split())
next(it)
take, skip = 0, 0  # last house taken or not
for token in it:
    take, skip = skip + int(token), max(take, skip)
print(max(take, skip))
