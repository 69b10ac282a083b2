def hold(bars):
    west, east = -1, len(bars)
    level = trapped = 0
    # bars[: west + 1] and bars[east:] are settled
    while east - west > 1:
        if bars[west + 1] <= bars[east - 1]:
            west += 1
            low = bars[west]
        else:
            east -= 1
            low = bars[east]
        if low > level:
            level = low
        trapped += level - low
    return trapped


input()
print(hold([*map(int, input().split())]))
