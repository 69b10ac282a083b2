import sys

values = list(map(int, sys.stdin.read().split()))[1:]
while len(values) > 1:
    big, small = values.pop(), values.pop()
    while True:
        rest = big % small
        if not rest:
            break
        big, small = small, rest
    values.append(small)
print(values[0])
