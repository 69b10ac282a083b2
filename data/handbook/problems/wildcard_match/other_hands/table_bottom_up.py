def verdict(mask: str, word: str) -> str:
    rows, cols = len(word) + 1, len(mask) + 1
    ok = [[False for _ in range(cols)] for _ in range(rows)]
    for r in range(rows):
        for c in range(cols):
            if c == 0:
                ok[r][c] = r == 0
                continue
            sign = mask[c - 1]
            if sign == "*":
                ok[r][c] = ok[r][c - 1] or (r > 0 and ok[r - 1][c])
            elif r > 0 and sign in ("?", word[r - 1]):
                ok[r][c] = ok[r - 1][c - 1]
    return "YES" if ok[-1][-1] else "NO"


mask = input().strip()
q = int(input())
while q:
    q -= 1
    print(verdict(mask, input().strip()))
