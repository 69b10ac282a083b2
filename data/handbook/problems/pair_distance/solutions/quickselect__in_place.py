import sys
from itertools import combinations


def nth_element(values: list[int], n: int) -> int:
    low, high = 0, len(values) - 1
    while low < high:
        pivot = sorted((values[low], values[(low + high) // 2], values[high]))[1]
        i, j = low, high
        while i <= j:
            while values[i] < pivot:
                i += 1
            while values[j] > pivot:
                j -= 1
            if i <= j:
                values[i], values[j] = values[j], values[i]
                i += 1
                j -= 1
        if n <= j:
            high = j
        elif n >= i:
            low = i
        else:
            break
    return values[n]


def main() -> None:
    tokens = iter(sys.stdin.read().split())
    n, k = int(next(tokens)), int(next(tokens))
    street = [int(next(tokens)) for _ in range(n)]
    gaps = [abs(x - y) for x, y in combinations(street, 2)]
    print(nth_element(gaps, k - 1))


main()
