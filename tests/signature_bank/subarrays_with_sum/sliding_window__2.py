import sys


def count_windows(arr, target):
    left = 0
    current = 0
    result = 0
    for value in arr:
        current += value
        while current > target:
            current -= arr[left]
            left += 1
        result += current == target
    return result


tokens = sys.stdin.read().split()
print(count_windows(list(map(int, tokens[2:])), int(tokens[1])))
