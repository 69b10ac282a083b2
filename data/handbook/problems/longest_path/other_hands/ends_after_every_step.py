import sys
from itertools import count


def main():
    header, *lines = sys.stdin.read().splitlines()
    rules = {tuple(line.split()) for line in lines if line}
    # where a path of that many rules can begin
    begins = {a for a, _ in rules} | {b for _, b in rules}
    for length in count(1):
        begins = {a for a, b in rules if b in begins}
        if not begins:
            return length - 1


print(main())
