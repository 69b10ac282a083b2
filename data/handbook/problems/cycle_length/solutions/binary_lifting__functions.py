import sys


def doubling_table(step: list[int]) -> list[list[int]]:
    """tables[k][x] is where x comes to in 2**k steps; the last exponent covers all states"""
    tables = [step]
    while 1 << (len(tables) - 1) < len(step):
        last = tables[-1]
        tables.append(list(map(last.__getitem__, last)))
    return tables


def tail_length(start: int, tables: list[list[int]], loop: set[int]) -> int:
    if start in loop:
        return 0
    position, steps = start, 0
    for k, table in reversed(list(enumerate(tables))):
        if table[position] not in loop:
            position = table[position]
            steps += 2**k
    return steps + 1


def main() -> None:
    start, a, b, c, m = map(int, sys.stdin.read().split())
    tables = doubling_table([(a * x * x + b * x + c) % m for x in range(m)])
    tail = tail_length(start, tables, set(tables[-1]))
    anchor = tables[-1][start]
    here, period = tables[0][anchor], 1
    while here != anchor:
        here, period = tables[0][here], period + 1
    print(tail, period)


main()
