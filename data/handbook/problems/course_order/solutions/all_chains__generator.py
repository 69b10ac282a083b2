from sys import stdin


def chains(follow, chain):
    """Every chain of courses that begins with the given one, as it grows."""
    yield chain
    if chain[-1] in chain[:-1]:
        return
    for course in follow[chain[-1]]:
        yield from chains(follow, chain + [course])


def solve(n, pairs):
    follow = {c: [b for a, b in pairs if a == c] for c in range(1, n + 1)}
    longest = 0
    for course in follow:
        for chain in chains(follow, [course]):
            if len(set(chain)) < len(chain):
                return -1
            longest = max(longest, len(chain))
    return longest


values = list(map(int, stdin.read().split()))
print(solve(values[0], list(zip(values[2::2], values[3::2]))))
