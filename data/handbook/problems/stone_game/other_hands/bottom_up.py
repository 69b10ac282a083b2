import sys

PAD = 30


def main():
    tok = list(map(int, sys.stdin.read().split()))
    k = tok[0]
    moves, piles = tok[2 : 2 + k], tok[2 + k :]
    # below zero nothing is lost, so nobody goes there
    lost = [0] * PAD
    for at in range(PAD, PAD + 21):
        chances = 0
        for move in moves:
            chances += lost[at - move]
        lost.append(1 if chances == 0 else 0)
    for pile in piles:
        print(("first", "second")[lost[PAD + pile]])


main()
