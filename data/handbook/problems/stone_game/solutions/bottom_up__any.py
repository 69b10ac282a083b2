import sys


def outcomes(moves: list[int], highest: int) -> list[bool]:
    """outcomes(...)[s] tells whether the player to move wins with s stones."""
    table: list[bool] = []
    for stones in range(highest + 1):
        table.append(any(not table[stones - take] for take in moves if take <= stones))
    return table


def main() -> None:
    _, moves, piles = ([int(x) for x in line.split()] for line in sys.stdin)
    table = outcomes(moves, max(piles))
    names = {True: "first", False: "second"}
    print("\n".join(names[table[pile]] for pile in piles))


if __name__ == "__main__":
    main()
