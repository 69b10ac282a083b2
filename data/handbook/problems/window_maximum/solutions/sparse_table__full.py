import sys

input = sys.stdin.readline


def build(arr):
    table = [arr]
    j = 1
    while (1 << j) <= len(arr):
        half = 1 << (j - 1)
        row = []
        for i in range(len(arr) - (1 << j) + 1):
            row.append(max(table[j - 1][i], table[j - 1][i + half]))
        table.append(row)
        j += 1
    return table


def query(table, l, r):
    """maximum of arr[l..r], both ends included"""
    j = (r - l + 1).bit_length() - 1
    return max(table[j][l], table[j][r - (1 << j) + 1])


def solve():
    n, k = map(int, input().split())
    table = build(list(map(int, input().split())))
    print(*(query(table, l, l + k - 1) for l in range(n - k + 1)))


solve()
