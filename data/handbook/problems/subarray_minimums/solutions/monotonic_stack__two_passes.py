import sys

input = sys.stdin.readline


def previous_smaller(a):
    """Distance to the nearest smaller number on the left (or to the border)."""
    stack, distance = [], []
    for i, x in enumerate(a):
        while stack and a[stack[-1]] >= x:
            stack.pop()
        distance.append(i - stack[-1] if stack else i + 1)
        stack.append(i)
    return distance


def next_smaller_or_equal(a):
    stack, distance = [], []
    n = len(a)
    for i in reversed(range(n)):
        while stack and a[stack[-1]] > a[i]:
            stack.pop()
        distance.append(stack[-1] - i if stack else n - i)
        stack.append(i)
    return distance[::-1]


input()
numbers = list(map(int, input().split()))
before, after = previous_smaller(numbers), next_smaller_or_equal(numbers)
print(sum(x * b * f for x, b, f in zip(numbers, before, after)))
