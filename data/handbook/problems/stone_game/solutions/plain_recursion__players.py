import fileinput
import sys

PLAYERS = ("first", "second")


def winner(stones, turn, moves):
    """Who wins when PLAYERS[turn] is to move?"""
    me, other = turn, 1 - turn
    legal = [m for m in moves if m <= stones]
    if not legal:
        return other
    if any(winner(stones - m, other, moves) == me for m in legal):
        return me
    return other


def solve(lines):
    lines = iter(lines)
    next(lines)
    moves = list(map(int, next(lines).split()))
    for pile in map(int, next(lines).split()):
        yield PLAYERS[winner(pile, 0, moves)]


if __name__ == "__main__":
    for answer in solve(fileinput.input()):
        print(answer, file=sys.stdout)
