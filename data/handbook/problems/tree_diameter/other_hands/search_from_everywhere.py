n = int(input())
roads = [[] for _ in range(n + 1)]
for _ in range(1, n):
    u, v = (int(w) for w in input().split())
    roads[u].append(v)
    roads[v].append(u)


def eccentricity(home):
    visits = [(home, 0, 0)]
    for place, origin, steps in visits:
        visits += [(nxt, place, steps + 1) for nxt in roads[place] if nxt != origin]
    return visits[-1][2]


print(max(map(eccentricity, range(1, n + 1))))
