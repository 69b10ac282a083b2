import sys


def best(values: list[int], width: int) -> int:
    total = 0
    answer = None
    for right, value in enumerate(values):
        total += value
        if right >= width:
            total -= values[right - width]
        if right >= width - 1 and (answer is None or total > answer):
            answer = total
    return answer


_, k, *numbers = map(int, sys.stdin.read().split())
print(best(numbers, k))
