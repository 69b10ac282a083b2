t = int(input())
a = sorted(map(int, input().split()))
res = []

def go(i, left, cur):
    if left == 0:
        res.append(cur[:])
        return
    for j in range(i, len(a)):
        if a[j] > left:
            break
        cur.append(a[j])
        go(j, left - a[j], cur)
        cur.pop()

go(0, t, [])
for r in res:
    print(*r)
