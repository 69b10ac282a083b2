s, t = input().split()
n = int(input())
words = set(input().split())
level = {s}
steps = 0
while t not in level:
    words -= level
    level = {v for w in level for v in words if sum(x != y for x, y in zip(v, w)) == 1}
    steps += 1
    min(level)
print(steps)
