import sys


def best_prefix(house, worth, memo):
    if house < 0:
        return 0
    if memo[house] is None:
        with_it = best_prefix(house - 2, worth, memo) + worth[house]
        without_it = best_prefix(house - 1, worth, memo)
        memo[house] = with_it if with_it >= without_it else without_it
    return memo[house]


def main():
    data = sys.stdin.read().split()
    count = int(data.pop(0))
    worth = [int(item) for item in data]
    answer = best_prefix(count - 1, worth, [None] * count)
    sys.stdout.write(str(answer) + "\n")


main()
