from collections import defaultdict

n, m = (int(t) for t in input().split())
foes = defaultdict(set)
while m:
    p, q = (int(t) for t in input().split())
    foes[p].add(q)
    foes[q].add(p)
    m -= 1

shirt = {}
verdict = "YES"
for first in range(1, n + 1):
    pile = [] if first in shirt else [(first, "red")]
    while pile:
        who, colour = pile.pop()
        if who in shirt:
            if shirt[who] != colour:
                verdict = "NO"
            continue
        shirt[who] = colour
        opposite = "blue" if colour == "red" else "red"
        pile += [(foe, opposite) for foe in foes[who]]
print(verdict)
