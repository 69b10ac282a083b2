n = int(input())
expected = 0
for got in sorted([int(s) for s in input().split()]):
    if got > expected:
        break
    expected += 1
print(expected)
