n = int(input())
moments = []
for k in range(n):
    s, e = input().split()
    # even: a room gets free, odd: a room is taken
    moments += [2 * int(s) + 1, 2 * int(e)]
moments.sort()
inside = 0
history = []
for m in moments:
    if m % 2 == 1:
        inside += 1
    else:
        inside -= 1
    history.append(inside)
print(max(history))
