w = open(0).read().strip()
n, d = len(w), w + w
champion, rival, same = 0, 1, 0
while rival < n and same < n:
    x, y = d[champion + same], d[rival + same]
    if x == y:
        same += 1
    else:
        if x < y:
            rival += same + 1
        else:
            champion, rival = rival, max(rival, champion + same) + 1
        same = 0
print(d[champion:champion + n])
