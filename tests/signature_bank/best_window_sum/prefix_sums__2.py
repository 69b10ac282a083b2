from itertools import accumulate


def main():
    _, width = map(int, input().split())
    sums = [0, *accumulate(map(int, input().split()))]
    best = float("-inf")
    for end in range(width, len(sums)):
        best = max(best, sums[end] - sums[end - width])
    print(best)


main()
