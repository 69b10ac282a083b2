# the whole grid in one integer; the flood grows by four shifts a step
h, w = map(int, input().split())
free = reached = goal = 0
bit = 1
for _ in range(h):
    for c in input():
        if c != "#":
            free |= bit
        if c == "S":
            reached = bit
        elif c == "T":
            goal = bit
        bit <<= 1
    bit <<= 1  # a column of wall between the rows
W = w + 1
steps = 0
while not reached & goal:
    grown = (reached | reached << 1 | reached >> 1 | reached << W | reached >> W) & free
    if grown == reached:
        steps = -1
        break
    reached = grown
    steps += 1
print(steps)
