import sys


def main():
    n, _, *moves = map(int, sys.stdin.read().split())
    outcome = ["L"]
    for stones in range(1, n + 1):
        wins = any(outcome[stones - move] == "L" for move in moves if move <= stones)
        outcome.append("W" if wins else "L")
    print("".join(outcome[1:]))


main()
