n = int(input())
metres = set()
for _ in range(n):
    l, r = map(int, input().split())
    metres |= set(range(l, r))
count = [0] * (max(metres) + 1)
for x in metres:
    count[x] = 1
print(sum(count))
