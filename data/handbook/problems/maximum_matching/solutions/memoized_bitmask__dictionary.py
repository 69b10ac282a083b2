def solve(rows, free, known):
    """rows: masks of the horses each remaining rider accepts; free: mask of the horses left."""
    if not rows or not free:
        return 0
    state = len(rows), free
    if state in known:
        return known[state]
    *others, mine = rows
    answer = solve(others, free, known)
    choice = mine & free
    while choice:
        horse = choice & -choice
        choice ^= horse
        answer = max(answer, 1 + solve(others, free ^ horse, known))
    known[state] = answer
    return answer


with open(0) as source:
    a, b, k = map(int, source.readline().split())
    rows = [0] * a
    for line in source:
        if line.strip():
            rider, horse = map(int, line.split())
            rows[rider - 1] |= 1 << horse - 1
print(solve(rows, (1 << b) - 1, {}))
