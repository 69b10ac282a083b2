# keep the starts whose next letter is the least
s = input()
n = len(s)
cand = list(range(n))
for k in range(n):
    low = min(s[(i + k) % n] for i in cand)
    cand = [i for i in cand if s[(i + k) % n] == low]
    if len(cand) == 1:
        break
p = cand[0]
print(s[p:] + s[:p])
