import sys

data = list(map(int, open(0).read().split()))
n, m = data[:2]
inc = [[] for _ in range(n + 1)]
for k in range(m):
    u, v = data[2 + 2 * k], data[3 + 2 * k]
    inc[u].append([v, k])
    inc[v].append([u, k])

# tail[k], head[k]: direction of road k
tail, head = [0] * m, [0] * m
out = [[] for _ in range(n + 1)]
into = [[] for _ in range(n + 1)]
entered = [0] * (n + 1)
for r in range(1, n + 1):
    if entered[r]:
        continue
    entered[r] = 1
    walk = [r]
    while walk:
        u = walk[-1]
        if inc[u]:
            v, k = inc[u].pop()
            if not tail[k]:
                tail[k], head[k] = u, v
                out[u].append(v)
                into[v].append(u)
                if not entered[v]:
                    entered[v] = 1
                    walk.append(v)
        else:
            walk.pop()


def finish_order(graph):
    done, seen = [], set()

    def go(x):
        seen.add(x)
        for y in graph[x]:
            if y not in seen:
                go(y)
        done.append(x)

    for x in range(1, n + 1):
        if x not in seen:
            go(x)
    return done


label = [None] * (n + 1)
for s in finish_order(into)[::-1]:
    if label[s] is None:
        label[s] = s
        pile = [s]
        while pile:
            x = pile.pop()
            for y in out[x]:
                if label[y] is None:
                    label[y] = s
                    pile.append(y)
print(sum(label[t] != label[h] for t, h in zip(tail, head)))
