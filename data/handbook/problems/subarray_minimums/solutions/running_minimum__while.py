def sum_of_minimums(values: list[int]) -> int:
    """Extends every subarray to the right, one number at a time."""
    total = 0
    left = 0
    while left < len(values):
        smallest = values[left]
        right = left
        while right < len(values):
            smallest = min(smallest, values[right])
            total += smallest
            right += 1
        left += 1
    return total


if __name__ == "__main__":
    input()
    print(sum_of_minimums([int(x) for x in input().split()]))
