import sys

data = [int(w) for w in sys.stdin.read().split()]
v = data[1:]
# light ones rise to the front
done = 0
while done < len(v):
    stop = len(v)
    for k in range(len(v) - 1, done, -1):
        if v[k - 1] > v[k]:
            v[k - 1 : k + 1] = v[k], v[k - 1]
            stop = k
    done = stop
print(*v)
