# every rotation is a word of length n in s + s: walk the automaton by the least letters
s = input()
nxt = [{}]
link = [-1]
length = [0]
last = 0
for c in s + s:
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
            link[q] = link[cur] = clone
            while p != -1 and nxt[p].get(c) == q:
                nxt[p][c] = clone
                p = link[p]
    last = cur
v = 0
ans = []
for _ in s:
    c = min(nxt[v])
    ans.append(c)
    v = nxt[v][c]
print("".join(ans))
