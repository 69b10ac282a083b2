import sys
from typing import List


def borders(p: str) -> List[int]:
    table = [-1]
    b = -1
    for ch in p:
        while b >= 0 and p[b] != ch:
            b = table[b]
        b += 1
        table.append(b)
    return table


def occurrences(t: str, p: str) -> List[int]:
    table = borders(p)
    where = []
    i = j = 0
    while i < len(t):
        if j == -1 or (j < len(p) and t[i] == p[j]):
            i += 1
            j += 1
            if j == len(p):
                where.append(i - j)
        else:
            j = table[j]
    return where


lines = sys.stdin.read().split()
print(len(occurrences(lines[0], lines[1])))
