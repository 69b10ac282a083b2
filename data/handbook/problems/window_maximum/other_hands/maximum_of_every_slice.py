import sys


def maxima(numbers: list, width: int) -> list:
    result = []
    end = width
    while end <= len(numbers):
        start = end - width
        window = numbers[start:end]
        result.append(max(window))
        end += 1
    return result


head = sys.stdin.readline().split()
numbers = [int(tok) for tok in sys.stdin.readline().split()]
print(" ".join(map(str, maxima(numbers, int(head[1])))))
