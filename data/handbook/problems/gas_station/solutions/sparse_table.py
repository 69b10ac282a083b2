n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
p = [0]
for i in range(2 * n):
    p.append(p[-1] + g[i % n] - c[i % n])
m = len(p)
sp = [p[:]]
j = 1
while 2 ** j <= m:
    prev = sp[-1]
    h = 2 ** (j - 1)
    sp.append([min(prev[i], prev[i + h]) for i in range(m - 2 * h + 1)])
    j += 1


def query(l, r):
    k = (r - l + 1).bit_length() - 1
    return min(sp[k][l], sp[k][r - 2 ** k + 1])


for s in range(n):
    if query(s + 1, s + n) >= p[s]:
        print(s + 1)
        break
else:
    print(-1)
