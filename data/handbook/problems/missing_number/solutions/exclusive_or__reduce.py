# every number but one meets itself
import operator
import sys
from functools import reduce


def main():
    tokens = [int(t) for t in sys.stdin.buffer.read().split()]
    everything = reduce(operator.xor, range(tokens[0] + 1))
    given = reduce(operator.xor, tokens[1:])
    print(everything ^ given)


main()
