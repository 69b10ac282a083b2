import sys

text = sys.stdin.readline().split()[0]
heads = [*range(len(text))]
ahead = heads[:]  # the position each candidate looks at now
for _ in text:
    if len(heads) < 2:
        break
    best = "~"
    keep_h, keep_a = [], []
    for h, p in zip(heads, ahead):
        c = text[p]
        if c < best:
            best = c
            keep_h.clear()
            keep_a.clear()
        if c == best:
            keep_h.append(h)
            keep_a.append(p + 1 if p + 1 < len(text) else 0)
    heads, ahead = keep_h, keep_a
print(text[heads[-1]:] + text[:heads[-1]])
