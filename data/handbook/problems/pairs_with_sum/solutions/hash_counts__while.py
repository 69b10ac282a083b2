import sys

def solve(numbers, target):
    freq = dict()
    total, i = 0, len(numbers)
    while i > 0:
        i -= 1
        x = numbers[i]
        if target - x in freq:
            total = total + freq[target - x]
        if x not in freq:
            freq[x] = 0
        freq[x] += 1
    return total

first, second = sys.stdin.readlines()
print(solve([*map(int, second.split())], int(first.split()[1])))
