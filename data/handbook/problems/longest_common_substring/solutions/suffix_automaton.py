s = input().strip()
t = input().strip()

nxt = [{}]
link = [-1]
length = [0]
last = 0
for c in s:
    cur = len(nxt)
    nxt.append({})
    length.append(length[last] + 1)
    link.append(0)
    p = last
    while p != -1 and c not in nxt[p]:
        nxt[p][c] = cur
        p = link[p]
    if p != -1:
        q = nxt[p][c]
        if length[q] == length[p] + 1:
            link[cur] = q
        else:
            clone = len(nxt)
            nxt.append(dict(nxt[q]))
            length.append(length[p] + 1)
            link.append(link[q])
            while p != -1 and nxt[p].get(c) == q:
                nxt[p][c] = clone
                p = link[p]
            link[q] = link[cur] = clone
    last = cur

v = l = best = 0
for c in t:
    while v and c not in nxt[v]:
        v = link[v]
        l = length[v]
    if c in nxt[v]:
        v = nxt[v][c]
        l += 1
    best = max(best, l)
print(best)
