import sys


def tarjan(staff, wanted, total):
    group = {}
    reply = [None] * total

    def top(v):
        chain = []
        while group[v] != v:
            chain.append(v)
            v = group[v]
        for w in chain:
            group[w] = v
        return v

    # enter = True on the way down, False when everybody below is done
    stack = [(1, None, True)]
    while stack:
        v, boss, enter = stack.pop()
        if enter:
            group[v] = v
            stack.append((v, boss, False))
            for w in staff.get(v, []):
                stack.append((w, v, True))
            continue
        for other, number in wanted.get(v, []):
            if other in group and reply[number] is None:
                reply[number] = top(other)
        if boss is not None:
            group[v] = boss
    return reply


def main():
    lines = sys.stdin.read().splitlines()
    total = int(lines[0].split()[1])
    staff, wanted = {}, {}
    for person, boss in enumerate(map(int, lines[1].split()), start=2):
        staff.setdefault(boss, []).append(person)
    for number in range(total):
        a, b = map(int, lines[2 + number].split())
        wanted.setdefault(a, []).append((b, number))
        wanted.setdefault(b, []).append((a, number))
    for r in tarjan(staff, wanted, total):
        print(r)


main()
