n, k, s = map(int, input().split())
row = [1] + [0] * s
for _ in range(n):
    pre = [0]
    for x in row:
        pre.append(pre[-1] + x)
    # the new row[t] is row[t-k] + ... + row[t-1]
    row = [pre[t] - pre[max(0, t - k)] for t in range(s + 1)]
print(row[s])
