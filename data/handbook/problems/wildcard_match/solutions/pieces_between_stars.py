def same(a, b):
    return len(a) == len(b) and all(x == "?" or x == y for x, y in zip(a, b))


def solve(p, s):
    if "*" not in p:
        return same(p, s)
    parts = p.split("*")
    first, last = parts[0], parts[-1]
    if len(first) + len(last) > len(s):
        return False
    if not same(first, s[: len(first)]):
        return False
    if not same(last, s[len(s) - len(last) :]):
        return False
    pos = len(first)
    end = len(s) - len(last)
    for part in parts[1:-1]:
        # leftmost place of this part
        while pos + len(part) <= end and not same(part, s[pos : pos + len(part)]):
            pos += 1
        if pos + len(part) > end:
            return False
        pos += len(part)
    return True


p = input()
n = int(input())
for i in range(n):
    print("YES" if solve(p, input()) else "NO")
