from itertools import permutations

w = input()
t = input()
s = set(permutations(w))
ans = 0
for i in range(len(t) - len(w) + 1):
    if tuple(t[i:i + len(w)]) in s:
        ans += 1
print(ans)
