# sweep over the rows: a run of land joins the islands of all runs that it touches in the row above
r, c = map(int, input().split())
prev = []
ids = 0
ans = 0
for _ in range(r):
    s = input() + "."
    runs = []
    j = 0
    while j < c:
        if s[j] == "#":
            k = j
            while s[k] == "#":
                k += 1
            runs.append([j, k, -1])
            j = k
        else:
            j += 1
    for run in runs:
        touched = {p[2] for p in prev if p[0] < run[1] and run[0] < p[1]}
        run[2] = ids
        ids += 1
        ans += 1 - len(touched)
        for p in prev + runs:
            if p[2] in touched:
                p[2] = run[2]
    prev = runs
print(ans)
