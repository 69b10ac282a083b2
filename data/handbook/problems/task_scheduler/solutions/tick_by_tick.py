k = int(input())
s = input().strip()
kinds = sorted(set(s))
left = [s.count(c) for c in kinds]
free = [0] * len(kinds)
t = 0
todo = len(s)
while todo:
    best = -1
    for i in range(len(kinds)):
        if left[i] and free[i] <= t and (best < 0 or left[i] > left[best]):
            best = i
    if best >= 0:
        left[best] -= 1
        free[best] = t + k + 1
        todo -= 1
    t += 1
print(t)
