from itertools import chain, cycle, repeat

gap = int(input())
jobs = input().strip()
tally = sorted(((jobs.count(z), z) for z in set(jobs)), reverse=True)
top = tally[0][0]
leaders = [z for c, z in tally if c == top]
others = chain.from_iterable(repeat(z, c) for c, z in tally if c < top)

rows = ["".join(leaders) for _ in range(top)]
if top > 1:
    for r, z in zip(cycle(range(top - 1)), others):
        rows[r] += z
rows[:-1] = [row.ljust(gap + 1, ".") for row in rows[:-1]]
print(len("".join(rows)))
