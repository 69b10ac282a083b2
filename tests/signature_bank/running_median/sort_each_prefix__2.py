def median(numbers):
    ordered = list(numbers)
    ordered.sort()
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2


def main():
    count = int(input())
    stream = [int(x) for x in input().split()]
    print(" ".join(str(median(stream[: k + 1])) for k in range(count)))


main()
