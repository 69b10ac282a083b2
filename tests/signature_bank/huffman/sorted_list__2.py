import bisect


def main():
    input()
    piles = [int(x) for x in input().split()]
    piles.sort()
    total = 0
    while len(piles) >= 2:
        joined = piles[0] + piles[1]
        del piles[:2]
        total += joined
        piles.insert(bisect.bisect_left(piles, joined), joined)
    print(total)


main()
