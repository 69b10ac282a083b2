n = int(input())
h = [int(x) for x in input().split()]
nxt = {}
begins = {n: 0}  # sum over the subarrays that begin there
for i in range(n - 1, -1, -1):
    k = i + 1
    while k != n and h[k] > h[i]:
        k = nxt[k]
    nxt[i] = k
    begins[i] = (k - i) * h[i] + begins[k]
print(sum(begins.values()))
