n, s = input().split()
s = int(s)
free = [0] * (s + 1)
tight = 0
for ch in n:
    d = int(ch)
    new = [0] * (s + 1)
    for t in range(s + 1):
        for x in range(10):
            if t + x <= s:
                new[t + x] += free[t]
    for x in range(d):
        if tight + x <= s:
            new[tight + x] += 1
    tight += d
    free = new
print(free[s] + (1 if tight == s else 0))
