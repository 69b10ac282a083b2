import fileinput

lines = list(fileinput.input("kth.in"))
n, k = map(int, lines[0].split())
BITS = 25
zero, one, count = [0], [0], [0]
for x in set(map(int, lines[1].split())):
    node = 0
    for b in range(BITS - 1, -1, -1):
        child = one if x >> b & 1 else zero
        if not child[node]:
            child[node] = len(zero)
            zero.append(0)
            one.append(0)
            count.append(0)
        node = child[node]
leaf = {}
for x in map(int, lines[1].split()):
    leaf[x] = leaf.get(x, 0) + 1
for x, times in leaf.items():
    node = 0
    count[0] += times
    for b in range(BITS - 1, -1, -1):
        node = (one if x >> b & 1 else zero)[node]
        count[node] += times
node = answer = 0
for b in range(BITS - 1, -1, -1):
    left = zero[node]
    here = count[left] if left else 0
    answer *= 2
    if k <= here:
        node = left
    else:
        k -= here
        node = one[node]
        answer += 1
with open("kth.out", "w") as out:
    print(answer, file=out)
