# equal numbers stand side by side after a stable sort; the earliest second position wins
import sys


def main():
    _, *numbers = map(int, sys.stdin.read().split())
    order = sorted(range(len(numbers)), key=lambda i: numbers[i])
    repeats = [right for left, right in zip(order, order[1:]) if numbers[left] == numbers[right]]
    if repeats:
        print(numbers[min(repeats)])
    else:
        print(-1)


main()
