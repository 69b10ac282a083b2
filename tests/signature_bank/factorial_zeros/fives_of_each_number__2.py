import sys


def fives(number):
    count = 0
    while not number % 5:
        number //= 5
        count += 1
    return count


limit = int(sys.stdin.readline())
print(sum(fives(number) for number in range(5, limit + 1, 5)))
