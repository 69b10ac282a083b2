import sys


def picks(number, k):
    left, right = 0, k  # the next digit comes from number[left..right]
    while right < len(number):
        spot = min(range(left, right + 1), key=lambda p: (number[p], p))
        yield number[spot]
        left = spot + 1
        right += 1


line = sys.stdin.readline().split()
total = 0
for ch in picks(line[0], int(line[1])):
    total = total * 10 + ord(ch) - 48
print(total)
