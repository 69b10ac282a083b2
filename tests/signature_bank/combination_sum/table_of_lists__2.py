import sys


def build(numbers, goal):
    table = {0: [()]}
    for number in numbers:
        for total in range(number, goal + 1):
            longer = [combo + (number,) for combo in table.get(total - number, [])]
            table.setdefault(total, []).extend(longer)
    return sorted(table.get(goal, []))


def main():
    goal, *numbers = map(int, sys.stdin.read().split())
    for combo in build(sorted(numbers), goal):
        print(*combo)


main()
