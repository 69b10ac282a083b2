import sys


def make_player(moves):
    known = {0: False}

    def wins(pile):
        try:
            return known[pile]
        except KeyError:
            known[pile] = any(not wins(pile - m) for m in moves if pile - m >= 0)
            return known[pile]

    return wins


lines = sys.stdin.readlines()
wins = make_player([int(t) for t in lines[1].split()])
for token in lines[2].split():
    print("first" if wins(int(token)) else "second")
