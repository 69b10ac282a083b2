# the answer never shrinks: try to get one letter more at every end
a = input()
b = input()
best = 0
for end in range(1, len(a) + 1):
    while best < end:
        if a[end - best - 1:end] not in b:
            break
        best += 1
print(best)
