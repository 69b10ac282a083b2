from itertools import count


def mex(values):
    return next(v for v in count() if v not in values)


def main():
    piles, _ = map(int, input().split())
    moves = [int(x) for x in input().split()]
    grundy = []
    for pile in range(piles + 1):
        grundy.append(mex({grundy[pile - move] for move in moves if move <= pile}))
    print(*("W" if value > 0 else "L" for value in grundy[1:]), sep="")


main()
