import bisect


def main():
    input()
    piles = [int(x) for x in input().split()]
    piles.sort(reverse=True)
    piles = [-p for p in piles]
    piles.reverse()
    piles = sorted(-p for p in piles)
    total = 0
    while len(piles) >= 2:
        joined = piles[0] + piles[1]
        del piles[:2]
        total += joined
        piles.insert(bisect.bisect_left(piles, joined), joined)
    print(total)


main()
