n, q = map(int, input().split())
t = [list(map(int, input().split()))]
j = 1
while 2 * j <= n:
    p = t[-1]
    t.append([min(p[i], p[i + j]) for i in range(len(p) - j)])
    j *= 2
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    k = (r - l).bit_length() - 1
    print(min(t[k][l], t[k][r - (1 << k)]))
