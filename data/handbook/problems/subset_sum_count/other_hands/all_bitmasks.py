_, want = map(int, input().split())
weights = [int(w) for w in input().split()]


def weight_of(subset: int) -> int:
    total, i = 0, 0
    while subset:
        subset, inside = divmod(subset, 2)
        if inside:
            total += weights[i]
        i += 1
    return total


print([weight_of(subset) for subset in range(2 ** len(weights))].count(want))
