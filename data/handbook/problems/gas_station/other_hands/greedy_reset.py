import sys


def first_station(balance):
    begin = None
    tank = whole = 0
    for number, b in enumerate(balance, start=1):
        if begin is None:
            begin, tank = number, 0
        tank += b
        whole += b
        if tank < 0:
            begin = None
    if whole < 0 or begin is None:
        return -1
    return begin


sys.stdin.readline()
plus = map(int, sys.stdin.readline().split())
minus = map(int, sys.stdin.readline().split())
print(first_station([p - q for p, q in zip(plus, minus)]))
