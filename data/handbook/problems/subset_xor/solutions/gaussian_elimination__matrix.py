import sys

WIDTH = 10


def reduced(rows):
    """Brings the 0-1 matrix to reduced row echelon form; returns it and its rank."""
    rank = 0
    for column in range(WIDTH):
        pivot = next((i for i in range(rank, len(rows)) if rows[i][column] == 1), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        lead = rows[rank]
        for i, row in enumerate(rows):
            if i != rank and row[column]:
                rows[i] = [(x + y) % 2 for x, y in zip(row, lead)]
        rank += 1
        if rank == len(rows):
            break
    return rows, rank


def main():
    _ = sys.stdin.readline()
    words = sys.stdin.readline().split()
    matrix = [[int(digit) for digit in format(int(w), f"0{WIDTH}b")] for w in words]
    matrix, rank = reduced(matrix)
    total = [sum(column) % 2 for column in zip(*matrix[:rank])]
    print(int("".join(map(str, total)) or "0", 2))


if __name__ == "__main__":
    main()
