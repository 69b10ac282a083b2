import sys


def can_finish(start, gas, cost):
    fuel = 0
    for step in range(len(gas)):
        station = (start + step) % len(gas)
        fuel += gas[station] - cost[station]
        if fuel < 0:
            return False
    return True


data = list(map(int, sys.stdin.read().split()))
n = data[0]
gas, cost = data[1 : n + 1], data[n + 1 :]
print(next((s for s in range(n) if can_finish(s, gas, cost)), -1))
