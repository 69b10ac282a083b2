import sys


def compile_pattern(text):
    loops, table = 0, dict.fromkeys("abcdefghijklmnopqrstuvwxyz", 0)
    for at, sign in enumerate(text):
        if sign == "*":
            loops |= 1 << at
        elif sign == "?":
            for letter in table:
                table[letter] |= 1 << at
        else:
            table[sign] |= 1 << at
    return loops, table


def spread(states, loops):
    while True:
        wider = states | (states & loops) << 1
        if wider == states:
            return states
        states = wider


def accepts(loops, table, final, word):
    states = spread(1, loops)
    for letter in word:
        moved = (states & table[letter]) << 1
        states = spread(moved | states & loops, loops)
    return states & final != 0


lines = sys.stdin.read().split()
loops, table = compile_pattern(lines[0])
for word in lines[2:]:
    print("YES" if accepts(loops, table, 1 << len(lines[0]), word) else "NO")
