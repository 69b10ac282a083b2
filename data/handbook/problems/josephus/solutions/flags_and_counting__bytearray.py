# walk around, counting only those who still stand
from sys import stdin


def solve(n, k):
    standing = bytearray(b"\x01" * n)
    alive = n
    at = 0
    while True:
        if alive == 1:
            return standing.find(1) + 1
        count = k % alive or alive
        while True:
            if standing[at]:
                count -= 1
                if count == 0:
                    break
            at += 1
            if at == n:
                at = 0
        standing[at] = 0
        alive -= 1


print(solve(*[int(w) for w in stdin.readline().split()]))
