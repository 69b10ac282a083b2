import sys


def depth(walls, at):
    before, here, after = walls[:at], walls[at], walls[at + 1 :]
    if not before or not after:
        return 0
    surface = min(max(before), max(after))
    return surface - here if surface > here else 0


def main():
    sys.stdin.readline()
    walls = tuple(map(int, sys.stdin.readline().split()))
    answer, at = 0, 0
    while at != len(walls):
        answer += depth(walls, at)
        at += 1
    print(answer)


main()
