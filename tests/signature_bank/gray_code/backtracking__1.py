n = int(input())
seen = {0}
path = [0]

def go():
    if len(path) == 1 << n:
        return True
    for b in range(n):
        x = path[-1] ^ (1 << b)
        if x not in seen:
            seen.add(x)
            path.append(x)
            if go():
                return True
            path.pop()
            seen.remove(x)
    return False

go()
print(*[format(x, f"0{n}b") for x in path])
