from sys import stdin


def solve():
    n = int(stdin.readline())
    present = bytearray(n + 1)
    for token in stdin.readline().split():
        present[int(token)] = 1
    for number in range(n + 1):
        if present[number] == 0:
            print(number)
            return


solve()
