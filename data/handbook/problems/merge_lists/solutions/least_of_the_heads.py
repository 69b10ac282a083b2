k = int(input())
a = [list(map(int, input().split()))[1:] for _ in range(k)]
pos = [0] * k
res = []
while True:
    best = -1
    for i in range(k):
        if pos[i] < len(a[i]) and (best < 0 or a[i][pos[i]] < a[best][pos[best]]):
            best = i
    if best < 0:
        break
    res.append(a[best][pos[best]])
    pos[best] += 1
print(*res)
