n, k = (int(s) for s in input().split())
v = [int(s) for s in input().split()]
line = [0] * n  # positions of falling values are line[front:back]
front = back = 0
out = [None] * (n - k + 1)
for pos in range(n - 1, -1, -1):
    while back > front and v[line[back - 1]] < v[pos]:
        back -= 1
    line[back] = pos
    back += 1
    if line[front] >= pos + k:
        front += 1
    if pos < len(out):
        out[pos] = v[line[front]]
print(*out)
