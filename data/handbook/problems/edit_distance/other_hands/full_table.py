from sys import stdin


def levenshtein(u: str, v: str) -> int:
    table = [list(range(len(v), -1, -1))]
    for x in reversed(u):
        below = table[-1]
        fresh = [below[-1] + 1]
        for y, straight, slant in zip(reversed(v), below[-2::-1], below[::-1]):
            fresh.append(min(straight + 1, fresh[-1] + 1, slant + (x != y)))
        table.append(fresh[::-1])
    return table[-1][0]


u, v = (stdin.readline().strip() for _ in "ab")
print(levenshtein(u, v))
