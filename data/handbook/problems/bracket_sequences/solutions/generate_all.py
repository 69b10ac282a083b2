n, m = map(int, input().split())
res = []


def gen(s, opened, closed):
    if len(s) == 2 * n:
        res.append(s)
        return
    if opened < n:
        gen(s + "(", opened + 1, closed)
    if closed < opened:
        gen(s + ")", opened, closed + 1)


gen("", 0, 0)
print(len(res) % m)
