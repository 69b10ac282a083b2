import sys

data = sys.stdin.read().split()
h, w = int(data[0]), int(data[1])
step = w + 1
flat = "".join(row + "0" for row in data[2:])
T = [0] * (len(flat) + step + 1)
top = 0
pos = len(flat) - 1
while pos >= 0:
    if flat[pos] == "1":
        T[pos] = min(T[pos + 1], T[pos + step], T[pos + step + 1]) + 1
        if T[pos] > top:
            top = T[pos]
    pos -= 1
print(top)
