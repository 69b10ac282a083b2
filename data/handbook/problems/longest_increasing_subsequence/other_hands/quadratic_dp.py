import sys


def main():
    seq = list(map(int, sys.stdin.read().split()))
    # a sentinel below all numbers takes the place of the length
    seq[0] = -(10**10)
    seq.reverse()
    begin = []
    for here in seq:
        longest = 0
        for other, length in zip(seq, begin):
            if other > here and length > longest:
                longest = length
        begin.append(longest + 1)
    print(begin[-1] - 1)


main()
