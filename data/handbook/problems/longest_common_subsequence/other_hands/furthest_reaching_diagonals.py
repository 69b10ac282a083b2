def common(p, q):
    """Shortest edit script, diagonals numbered by (index in q) - (index in p)."""
    goal = len(q) - len(p)

    def slide(i, diag):
        while i < len(p) and i + diag < len(q) and p[i] == q[i + diag]:
            i += 1
        return i

    reach = {0: slide(0, 0)}
    moves = 0
    while reach.get(goal, -1) < len(p):
        moves += 1
        nxt = {}
        for diag in range(-moves, moves + 1, 2):
            options = []
            if diag - 1 in reach:  # take a letter of q
                options.append(reach[diag - 1])
            if diag + 1 in reach:  # take a letter of p
                options.append(reach[diag + 1] + 1)
            i = max((o for o in options if o <= len(p) and o + diag <= len(q)), default=None)
            if i is not None:
                nxt[diag] = slide(i, diag)
        reach = nxt
    return (len(p) + len(q) - moves) // 2


print(common(input().strip(), input().strip()))
