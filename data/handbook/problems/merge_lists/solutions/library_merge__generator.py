import heapq
import sys


def numbers(line):
    for token in line.split()[1:]:
        yield int(token)


def main():
    """The lists are read as they are needed."""
    sys.stdin.readline()
    streams = map(numbers, sys.stdin.readlines())
    out = []
    for number in heapq.merge(*streams):
        out.append(str(number))
    sys.stdout.write(" ".join(out) + "\n")


main()
