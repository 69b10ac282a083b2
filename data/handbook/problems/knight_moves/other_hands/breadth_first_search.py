from itertools import permutations


def hops(pos, n):
    for dy, dx in permutations((1, -1, 2, -2), 2):
        if dy + dx and 0 <= pos[0] + dy < n and 0 <= pos[1] + dx < n:
            yield pos[0] + dy, pos[1] + dx


def read_square():
    y, x = input().split()
    return int(y) - 1, int(x) - 1


n = int(input())
begin = read_square()
goal = read_square()
moves = {begin: 0}
waiting = [begin]
for sq in waiting:  # the list grows while it is read
    if sq == goal:
        break
    for nb in hops(sq, n):
        if nb not in moves:
            moves[nb] = moves[sq] + 1
            waiting.append(nb)
print(moves.get(goal, -1))
