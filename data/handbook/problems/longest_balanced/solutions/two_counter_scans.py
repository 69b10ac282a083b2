def scan(text, opening):
    opened = closed = best = 0
    for c in text:
        if c == opening:
            opened += 1
        else:
            closed += 1
        if opened == closed:
            best = max(best, 2 * opened)
        elif closed > opened:
            opened = closed = 0
    return best


s = input().strip()
print(max(scan(s, "("), scan(reversed(s), ")")))
