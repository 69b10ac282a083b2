from itertools import combinations

n, m = map(int, input().split())
nb = [set() for _ in range(n)]
for _ in range(m):
    u, v = map(int, input().split())
    nb[u - 1].add(v - 1)
    nb[v - 1].add(u - 1)


def find():
    for size in range(3, n + 1):
        for group in combinations(range(n), size):
            # every vertex has two neighbours in the group -> there is a cycle inside
            chosen = set(group)
            if all(len(nb[v] & chosen) >= 2 for v in group):
                return size
    return -1


print(find())
