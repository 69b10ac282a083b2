import sys

tokens = [int(t) for t in sys.stdin.read().split()]
n, m = tokens[:2]
froms = tokens[2 : 2 + 2 * m : 2]
tos = tokens[3 : 3 + 2 * m : 2]
ahead = [0] * (n + 1)
rounds = 0
while rounds < n:
    rounds += 1
    quiet = True
    for j in range(m):
        through = 1 + ahead[tos[j]]
        if ahead[froms[j]] < through:
            ahead[froms[j]] = through
            quiet = False
    if quiet:
        break
best = 0
for value in ahead:
    if value > best:
        best = value
print(best)
