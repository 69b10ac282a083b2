s = input()
link, length, to = [-1], [0], [{}]
last = 0
for c in s:
    cur = len(link)
    length.append(length[last] + 1)
    link.append(0)
    to.append({})
    p = last
    while p != -1 and c not in to[p]:
        to[p][c] = cur
        p = link[p]
    if p != -1:
        q = to[p][c]
        if length[p] + 1 == length[q]:
            link[cur] = q
        else:
            clone = len(link)
            length.append(length[p] + 1)
            link.append(link[q])
            to.append(dict(to[q]))
            while p != -1 and to[p].get(c) == q:
                to[p][c] = clone
                p = link[p]
            link[q] = link[cur] = clone
    last = cur
print(sum(length[v] - length[link[v]] for v in range(1, len(link))))
