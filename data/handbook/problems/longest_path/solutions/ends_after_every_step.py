# the courses at which a path of k rules can end
n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
ends = set(range(1, n + 1))
k = -1
while ends:
    ends = {b for a, b in edges if a in ends}
    k += 1
print(k)
