def same(a, b):
    return len(a) == len(b) and all(x == "?" or x == y for x, y in zip(a, b))


def solve(p, s):
    if "*" not in p:
        return same(p, s)
    parts = p.split("*")
    first, last = parts[0], parts[-1]
    if not same(first, s[: len(first)]) or not same(last, s[max(0, len(s) - len(last)) :]):
        return False
    pos = len(first)
    for part in parts[1:-1]:
        while pos + len(part) <= len(s) and not same(part, s[pos : pos + len(part)]):
            pos += 1
        if pos + len(part) > len(s):
            return False
        pos += len(part)
    return True


p = input()
for _ in range(int(input())):
    print("YES" if solve(p, input()) else "NO")
