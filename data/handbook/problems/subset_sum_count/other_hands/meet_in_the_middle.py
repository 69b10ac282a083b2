import sys
from itertools import combinations


def subset_sums(items):
    for size in range(len(items) + 1):
        for chosen in combinations(items, size):
            yield sum(chosen)


def solve(items, target):
    odd, even = items[1::2], items[::2]
    table = {}
    for value in subset_sums(odd):
        table[value] = table.get(value, 0) + 1
    answer = 0
    for value in subset_sums(even):
        answer += table.get(target - value, 0)
    return answer


numbers = [int(x) for x in sys.stdin.read().split()]
print(solve(numbers[2:], numbers[1]))
