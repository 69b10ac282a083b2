R, C = [int(z) for z in input().split()]
todo = set()
for y in range(R):
    row = input().rstrip()
    todo |= {complex(x, y) for x in range(C) if row[x] == "#"}

islands = 0
while todo:
    wave = [todo.pop()]
    islands += 1
    head = 0
    while head < len(wave):
        here = wave[head]
        head += 1
        for step in (1, -1, 1j, -1j):
            near = here + step
            if near in todo:
                todo.remove(near)
                wave.append(near)
print(islands)
