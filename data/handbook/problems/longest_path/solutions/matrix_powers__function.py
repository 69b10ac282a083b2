import sys


def multiply(left, right):
    size = len(left)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        for k in range(size):
            if left[i][k] == 0:
                continue
            for j in range(size):
                result[i][j] += left[i][k] * right[k][j]
    return result


def is_zero(matrix):
    return all(entry == 0 for row in matrix for entry in row)


def main():
    """The k-th power of the adjacency matrix counts the paths of k edges; it is zero once k is too much."""
    n, m = map(int, sys.stdin.readline().split())
    adjacency = [[0] * n for _ in range(n)]
    for _ in range(m):
        a, b = map(int, sys.stdin.readline().split())
        adjacency[a - 1][b - 1] = 1
    length = 0
    power = [row[:] for row in adjacency]
    while not is_zero(power):
        length += 1
        power = multiply(power, adjacency)
    print(length)


if __name__ == "__main__":
    main()
