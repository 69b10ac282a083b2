def digit(x, position):
    return x // 100**position % 100


f = open("kth.in")
n, k = map(int, f.readline().split())
left = list(map(int, f.readline().split()))
f.close()
position = 3
while position >= 0 and len(left) > 1:
    count = [0] * 100
    for x in left:
        count[digit(x, position)] += 1
    d = 0
    while k > count[d]:
        k -= count[d]
        d += 1
    left = [x for x in left if digit(x, position) == d]
    position -= 1
g = open("kth.out", "w")
g.write(str(left[0]) + "\n")
g.close()
