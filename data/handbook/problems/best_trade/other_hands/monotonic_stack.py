def main():
    input()
    prices = input().split()
    falling = []  # dearest later price at the bottom
    profit = 0
    for k in range(len(prices) - 1, -1, -1):
        p = int(prices[k])
        while len(falling) > 0:
            if falling[-1] >= p:
                break
            del falling[-1]
        falling.append(p)
        here = falling[0] - p
        if here > profit:
            profit = here
    print(profit)


main()
