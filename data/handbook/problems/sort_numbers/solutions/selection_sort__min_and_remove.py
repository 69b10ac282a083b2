import sys

numbers = [int(x) for x in sys.stdin.read().split()][1:]
ordered = []
while numbers:
    smallest = min(numbers)
    numbers.remove(smallest)
    ordered.append(smallest)
print(*ordered)
