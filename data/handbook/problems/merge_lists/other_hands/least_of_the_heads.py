END = 501

k = int(input())
rows, total = [], 0
for _ in range(k):
    cnt, *row = map(int, input().split())
    total += cnt
    rows.append(row + [END])

ptr = [0] * k
ans = []
while len(ans) < total:
    heads = [row[p] for row, p in zip(rows, ptr)]
    low = min(heads)
    j = heads.index(low)
    ans.append(low)
    ptr[j] += 1
print(*ans)
