import sys


def can_go_round(start: int, gas: list[int], cost: list[int]) -> bool:
    """Drive once around the ring from this station."""
    litres = gas[start]
    position = start
    while litres >= cost[position]:
        litres -= cost[position]
        position += 1
        if position == len(gas):
            position = 0
        if position == start:
            return True
        litres += gas[position]
    return False


def main() -> None:
    lines = sys.stdin.read().splitlines()
    gas, cost = ([int(x) for x in line.split()] for line in lines[1:3])
    for station in range(len(gas)):
        if can_go_round(station, gas, cost):
            print(station + 1)
            break
    else:
        print(-1)


if __name__ == "__main__":
    main()
