# every bit of a majority is the majority of that bit
import sys


def solve(numbers):
    half = len(numbers) // 2
    candidate = 0
    for shift in range(19, -1, -1):
        ones = 0
        for number in numbers:
            if number & (1 << shift):
                ones += 1
        candidate = candidate * 2 + (1 if ones > half else 0)
    times = 0
    for number in numbers:
        times += number == candidate
    return candidate if times > half else -1


data = sys.stdin.buffer.read().split()
print(solve(list(map(int, data[1:]))))
