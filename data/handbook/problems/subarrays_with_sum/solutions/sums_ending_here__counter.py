import sys
from collections import Counter


def main() -> None:
    _, k, *numbers = [int(token) for token in sys.stdin.read().split()]
    ending: Counter[int] = Counter()
    total = 0
    for number in numbers:
        # every run that ended one place earlier grows, and a new one begins
        ending = Counter({value + number: times for value, times in ending.items()})
        ending[number] += 1
        total += ending[k]
    print(total)


main()
