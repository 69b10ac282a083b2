import sys

rows = sys.stdin.readlines()
h = list(map(int, rows[1].split()))
n = len(h)

# east[i]: highest of h[i:], 0 beyond the end
east = [0] * (n + 1)
k = n
while k > 0:
    k -= 1
    east[k] = h[k] if h[k] > east[k + 1] else east[k + 1]

west = [0]
for x in h:
    west.append(max(west[-1], x))

s = 0
for k in range(n):
    level = min(west[k], east[k + 1])
    if level > h[k]:
        s += level - h[k]
print(s)
