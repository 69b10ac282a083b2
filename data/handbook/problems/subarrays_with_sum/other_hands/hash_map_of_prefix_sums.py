size, goal = (int(t) for t in input().split())
row = [int(t) for t in input().split()]

# total of what lies from here to the end -> how often met, from the right
later = {0: 1}
suffix = runs = 0
while row:
    suffix += row.pop()
    if suffix - goal in later:
        runs += later[suffix - goal]
    later.setdefault(suffix, 0)
    later[suffix] += 1
print(runs)
