def lcs_length(x: str, y: str) -> int:
    row = [0] * (len(y) + 1)
    best = 0
    for cx in reversed(x):
        # row[j]: common prefix of the current suffix of x and of y[j:]
        for j, cy in enumerate(y):
            row[j] = row[j + 1] + 1 if cx == cy else 0
        best = max(best, *row)
    return best


if __name__ == "__main__":
    first = input().strip()
    second = input().strip()
    print(lcs_length(first, second))
