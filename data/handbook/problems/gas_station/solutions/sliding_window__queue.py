from collections import deque
import sys


def first_start(pumps):
    """Keep the stations of the present drive in a queue, give up the oldest while in debt."""
    n = len(pumps)
    drive = deque()
    tank = 0
    upcoming = 0
    given_up = 0
    while len(drive) < n:
        if given_up >= n:
            return -1
        petrol, distance = pumps[upcoming]
        drive.append((petrol, distance))
        tank += petrol - distance
        upcoming = (upcoming + 1) % n
        while drive and tank < 0:
            petrol, distance = drive.popleft()
            tank -= petrol - distance
            given_up += 1
    return given_up + 1 if given_up < n else -1


_, first, second = sys.stdin.readlines()[:3]
print(first_start(list(zip(map(int, first.split()), map(int, second.split())))))
