s = input()
# node 0: length -1, node 1: length 0
length = [-1, 0]
link = [0, 0]
depth = [0, 0]
to = [{}, {}]
last = 1
total = 0
for i, c in enumerate(s):
    while True:
        j = i - length[last] - 1
        if j >= 0 and s[j] == c:
            break
        last = link[last]
    if c not in to[last]:
        length.append(length[last] + 2)
        if length[-1] == 1:
            suffix = 1
        else:
            k = link[last]
            while s[i - length[k] - 1] != c:
                k = link[k]
            suffix = to[k][c]
        link.append(suffix)
        depth.append(depth[suffix] + 1)
        to.append({})
        to[last][c] = len(to) - 1
    last = to[last][c]
    total += depth[last]
print(total)
