data = iter(open(0).read().split())
k = int(next(data))
q = int(next(data))
moves = sorted(int(next(data)) for _ in range(k))
queries = [int(next(data)) for _ in range(q)]

# 'W' or 'L' for the one who is to move
state = {0: "L"}
s = 0
while s < max(queries):
    s += 1
    state[s] = "L"
    j = 0
    while j < k and moves[j] <= s:
        if state[s - moves[j]] == "L":
            state[s] = "W"
        j += 1

for s in queries:
    if state[s] == "W":
        print("first")
    else:
        print("second")
