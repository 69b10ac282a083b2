# a list of disjoint sets; a friendship melts all sets that it touches
n, m = map(int, input().split())
groups = [{v} for v in range(1, n + 1)]
for _ in range(m):
    pair = set(map(int, input().split()))
    apart = [g for g in groups if not g & pair]
    together = [g for g in groups if g & pair]
    groups = apart + [set().union(*together)]
print(len(groups))
