def triples(a: list, s: int):
    for i, x in enumerate(a):
        for j, y in enumerate(a[:i]):
            for z in a[:j]:
                if x + y + z == s:
                    yield x, y, z


s = int(input().split()[1])
print(len(list(triples([int(w) for w in input().split()], s))))
