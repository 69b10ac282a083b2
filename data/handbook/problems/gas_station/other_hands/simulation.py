from itertools import chain


def works(first, stations):
    tank = 0
    for fill, burn in chain(stations[first:], stations[:first]):
        tank += fill
        if burn > tank:
            return False
        tank -= burn
    return True


n = int(input())
stations = list(zip(map(int, input().split()), map(int, input().split())))
result = -1
for first in range(n - 1, -1, -1):
    if works(first, stations):
        result = first + 1
print(result)
