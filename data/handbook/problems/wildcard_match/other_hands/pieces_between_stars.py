import sys


def fits_at(chunk, word, at):
    if at < 0 or at + len(chunk) > len(word):
        return False
    return all(c in ("?", word[at + k]) for k, c in enumerate(chunk))


def full_match(mask, word):
    chunks = mask.split("*")
    if len(chunks) == 1:
        return len(mask) == len(word) and fits_at(mask, word, 0)
    tail = chunks.pop()
    limit = len(word) - len(tail)
    if not fits_at(tail, word, limit):
        return False
    cursor = 0
    for number, chunk in enumerate(chunks):
        starts = [0] if number == 0 else range(cursor, limit + 1)
        spot = next((s for s in starts if fits_at(chunk, word, s)), None)
        if spot is None:
            return False
        cursor = spot + len(chunk)
    return cursor <= limit


mask, _, *words = sys.stdin.read().split()
print("\n".join("YES" if full_match(mask, w) else "NO" for w in words))
