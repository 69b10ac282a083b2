def main():
    size = int(input())
    reach = [int(v) for v in input().split()]
    best = [float("inf")] * size
    best[0] = 0
    for target in range(1, size):
        for source in range(target):
            if source + reach[source] >= target and best[source] + 1 < best[target]:
                best[target] = best[source] + 1
    print(best[size - 1])


main()
