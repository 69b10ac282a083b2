import sys

dice, faces, goal = (int(t) for t in sys.stdin.readline().split())

# upto[t]: ways to have at most t - 1 with the dice so far
upto = [0] + [1] * (goal + 1)
exact = [1] + [0] * goal
while dice > 0:
    exact = [upto[t] - upto[t - faces if t > faces else 0] for t in range(goal + 1)]
    for t in range(goal + 1):
        upto[t + 1] = upto[t] + exact[t]
    dice -= 1
print(exact[goal])
