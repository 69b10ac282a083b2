s = input()
# node 0: length -1, node 1: length 0
length = [-1, 0]
link = [0, 0]
nxt = [{}, {}]
last = 1
for i, c in enumerate(s):
    cur = last
    while i - length[cur] - 1 < 0 or s[i - length[cur] - 1] != c:
        cur = link[cur]
    if c in nxt[cur]:
        last = nxt[cur][c]
        continue
    length.append(length[cur] + 2)
    nxt.append({})
    if length[-1] == 1:
        link.append(1)
    else:
        v = link[cur]
        while s[i - length[v] - 1] != c:
            v = link[v]
        link.append(nxt[v][c])
    nxt[cur][c] = last = len(length) - 1
print(max(length))
