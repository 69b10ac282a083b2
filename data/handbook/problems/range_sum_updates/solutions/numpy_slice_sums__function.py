import sys

import numpy


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    values = numpy.array([int(x) for x in lines[1].split()], dtype=numpy.int64)
    answers = []
    for i in range(q):
        kind, first, second = lines[i + 2].split()
        first, second = int(first), int(second)
        if kind == "+":
            values[first - 1] += second
            continue
        answers.append(str(numpy.sum(values[first - 1 : second])))
    sys.stdout.write("\n".join(answers) + "\n")


main()
