from collections import defaultdict

n = int(input())
# (columns, diagonals one way, the other way) -> number of ways
states = {(0, 0, 0): 1}
for _ in range(n):
    row = input()
    new = defaultdict(int)
    for (c, l, r), ways in states.items():
        for j in range(n):
            b = 1 << j
            if row[j] == "." and not (c | l | r) & b:
                new[c | b, (l | b) << 1, (r | b) >> 1] += ways
    states = new
print(sum(states.values()))
