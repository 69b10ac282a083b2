import sys
from fractions import Fraction as F

rows = [list(map(F, line.split())) for line in sys.stdin.read().strip().split("\n")[1:]]
answer = F(1)
while rows:
    # the row with the greatest first entry goes
    at = max(range(len(rows)), key=lambda i: abs(rows[i][0]))
    lead, *tail = rows.pop(at)
    if at % 2:
        lead, tail = -lead, [-t for t in tail]
    answer *= lead
    if not lead:
        break
    rows = [[y - row[0] / lead * t for y, t in zip(row[1:], tail)] for row in rows]
print(answer)
