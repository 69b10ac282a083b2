# replace the largest number by its difference to the smallest until all are equal
from sys import stdin


def solve():
    stdin.readline()
    numbers = sorted(set(int(x) for x in stdin.readline().split()))
    while len(numbers) > 1:
        smallest = numbers[0]
        largest = numbers.pop()
        difference = largest - smallest
        if difference not in numbers:
            numbers.append(difference)
            numbers.sort()
    print(numbers[0])


solve()
