# trust score as in "find the town judge": +1 for being known, -1 for knowing
import sys

input = sys.stdin.readline


def solve() -> int:
    n = int(input())
    score = [0] * (n + 1)
    for person in range(1, n + 1):
        for other, digit in enumerate(input().split(), start=1):
            if digit == "1" and other != person:
                score[person] -= 1
                score[other] += 1
    for person in range(1, n + 1):
        if score[person] == n - 1:
            return person
    return -1


print(solve())
