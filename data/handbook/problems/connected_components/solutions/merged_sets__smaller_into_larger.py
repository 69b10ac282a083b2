import sys


def count_groups(n: int, friendships: list[list[int]]) -> int:
    group_of = {person: {person} for person in range(1, n + 1)}
    for a, b in friendships:
        small, large = sorted((group_of[a], group_of[b]), key=len)
        if small is large:
            continue
        large |= small
        for person in small:
            group_of[person] = large
    return len({id(group) for group in group_of.values()})


if __name__ == "__main__":
    (n, _), *pairs = [list(map(int, line.split())) for line in sys.stdin]
    print(count_groups(n, pairs))
