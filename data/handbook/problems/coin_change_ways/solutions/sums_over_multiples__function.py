import sys


def with_one_more_kind(ways: list[int], coin: int) -> list[int]:
    """An amount is paid with 0, 1, 2, ... coins of the new kind and the rest with the kinds before."""
    following = []
    for amount in range(len(ways)):
        rests = ways[amount % coin : amount + 1 : coin]
        following.append(sum(rests) % (10**9 + 7))
    return following


def main() -> None:
    lines = sys.stdin.read().splitlines()
    s = int(lines[0].split()[1])
    coins = sorted(int(c) for c in lines[1].split())
    ways = [1] + [0] * s
    while coins:
        ways = with_one_more_kind(ways, coins.pop())
    print(ways[s])


if __name__ == "__main__":
    main()
