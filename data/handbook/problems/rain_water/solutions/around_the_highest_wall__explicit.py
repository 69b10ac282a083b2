import sys


def main() -> None:
    """From either end up to the highest wall the water stands as high as the highest wall passed."""
    lines = sys.stdin.read().splitlines()
    walls = [int(x) for x in lines[1].split()]
    peak = 0
    for i in range(len(walls)):
        if walls[i] > walls[peak]:
            peak = i
    water = 0
    highest = 0
    for i in range(peak):
        if walls[i] > highest:
            highest = walls[i]
        water += highest - walls[i]
    highest = 0
    for i in range(len(walls) - 1, peak, -1):
        if walls[i] > highest:
            highest = walls[i]
        water += highest - walls[i]
    print(water)


main()
