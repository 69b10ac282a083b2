n = int(input())
M = [[int(x) for x in input().split()] for _ in range(n)]
part = [1]
for used in range(1, 1 << n):
    cols = [c for c in range(n) if used & (1 << c)]
    row = M[len(cols) - 1]
    value = 0
    # expand by the last row of the minor
    for place, c in enumerate(reversed(cols)):
        term = row[c] * part[used ^ (1 << c)]
        value += -term if place & 1 else term
    part.append(value)
print(part.pop())
