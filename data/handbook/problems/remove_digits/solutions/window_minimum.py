s, k = input().split()
n = len(s)
m = n - int(k)
res = ""
start = 0
for need in range(m, 0, -1):
    # the next digit must leave need - 1 digits behind it
    p = start
    for j in range(start, n - need + 1):
        if s[j] < s[p]:
            p = j
    res += s[p]
    start = p + 1
print(int(res) if res else 0)
