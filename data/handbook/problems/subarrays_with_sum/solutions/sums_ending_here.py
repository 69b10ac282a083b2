# how often each sum occurs among the runs that end at the present number
n, k = map(int, input().split())
cur = {}
ans = 0
for x in map(int, input().split()):
    new = {x: 1}
    for s, c in cur.items():
        new[s + x] = new.get(s + x, 0) + c
    ans += new.get(k, 0)
    cur = new
print(ans)
