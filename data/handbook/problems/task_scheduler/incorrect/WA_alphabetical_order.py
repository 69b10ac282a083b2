k = int(input())
s = input().strip()
left = {c: s.count(c) for c in sorted(set(s))}
free = dict.fromkeys(left, 0)
t = 0
while any(left.values()):
    for c in left:
        if left[c] and free[c] <= t:
            left[c] -= 1
            free[c] = t + k + 1
            break
    t += 1
print(t)
