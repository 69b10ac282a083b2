n = int(input())
p = list(map(int, input().split()))
smaller = [0] * n


def sort(idx):
    if len(idx) < 2:
        return idx
    m = len(idx) // 2
    a, b = sort(idx[:m]), sort(idx[m:])
    res = []
    j = 0
    for i in a:
        while j < len(b) and p[b[j]] < p[i]:
            res.append(b[j])
            j += 1
        smaller[i] += j
        res.append(i)
    return res + b[j:]


sort(list(range(n)))
ans = 0
for i in range(n):
    ans = ans * (n - i) + smaller[i]
print(ans + 1)
