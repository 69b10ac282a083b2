import sys


def lcs_length(first: str, second: str) -> int:
    """Length of the longest common subsequence, keeping a single row of the table."""
    row = [0] * (len(second) + 1)
    for letter in first:
        diagonal = 0
        for j, other in enumerate(second, start=1):
            above = row[j]
            if letter == other:
                row[j] = diagonal + 1
            elif row[j - 1] > above:
                row[j] = row[j - 1]
            diagonal = above
    return row[-1]


if __name__ == "__main__":
    words = sys.stdin.read().split()
    print(lcs_length(words[0], words[1]))
