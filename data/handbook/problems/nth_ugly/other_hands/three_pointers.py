k = int(open(0).read())
seq = [1] * k
at = {2: 0, 3: 0, 5: 0}
for pos in range(1, k):
    for p in at:
        while seq[at[p]] * p <= seq[pos - 1]:
            at[p] += 1
    seq[pos] = min(seq[i] * p for p, i in at.items())
print(seq[k - 1])
