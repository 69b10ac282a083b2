import sys


def build(row):
    table = {0: row}
    j = 0
    while 2 << j <= len(row):
        prev, gap = table[j], 1 << j
        j += 1
        table[j] = list(map(max, prev, prev[gap:]))
    return table


def main():
    _, k, *row = map(int, sys.stdin.buffer.read().split())
    table = build(row)
    level = k.bit_length() - 1
    shift = k - 2**level
    mine = table[level]
    i = 0
    while i + shift < len(mine):
        a, b = mine[i], mine[i + shift]
        print(a if a > b else b, end=" ")
        i += 1
    print()


main()
