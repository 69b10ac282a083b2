import sys


def main():
    _, numbers, queries = (line.split() for line in sys.stdin.read().splitlines())
    out = []
    for x in queries:
        if x in numbers:
            out.append(numbers.index(x))
        else:
            out.append(-1)
    print(*out, sep="\n")


main()
