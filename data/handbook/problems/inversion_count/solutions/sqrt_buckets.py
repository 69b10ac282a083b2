# values by rank in buckets; one counter per bucket and one per rank
n = int(input())
a = [int(x) for x in input().split()]
ranks = {v: i for i, v in enumerate(sorted(set(a)))}
B = 150
small = [0] * (len(ranks) + B)
big = [0] * (len(ranks) // B + 2)
ans = 0
for v in a:
    r = ranks[v]
    b = r // B
    ans += sum(small[r + 1 : (b + 1) * B]) + sum(big[b + 1 :])
    small[r] += 1
    big[b] += 1
print(ans)
