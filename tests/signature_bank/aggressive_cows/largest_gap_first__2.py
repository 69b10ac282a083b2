def fits(spots, count, gap):
    last = spots[0]
    left = count - 1
    for spot in spots[1:]:
        if spot >= last + gap:
            last = spot
            left -= 1
    return left <= 0


def main():
    _, count = map(int, input().split())
    spots = list(map(int, input().split()))
    spots.sort()
    for gap in range(spots[-1] - spots[0], -1, -1):
        if fits(spots, count, gap):
            print(gap)
            return


main()
