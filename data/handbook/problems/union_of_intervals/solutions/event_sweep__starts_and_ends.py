# count how many pieces are open; the painted stretches run from 0 to 1 and back
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))[1:]
    starts = sorted(numbers[0::2])
    ends = sorted(numbers[1::2])
    i = j = 0
    opened = 0
    begin = None
    painted = 0
    while j < len(ends):
        if i < len(starts) and starts[i] <= ends[j]:
            if opened == 0:
                begin = starts[i]
            opened += 1
            i += 1
        else:
            opened -= 1
            if opened == 0:
                painted += ends[j] - begin
            j += 1
    print(painted)


main()
