import sys


def two_teams(n: int, pairs: list[tuple[int, int]]) -> bool:
    """Put people into teams one after the other, rivals always into the other team."""
    graph: dict[int, list[int]] = {person: [] for person in range(1, n + 1)}
    for a, b in pairs:
        graph[a].append(b)
        graph[b].append(a)
    team: dict[int, bool] = {}

    def place(person: int, side: bool) -> bool:
        if person in team:
            return team[person] == side
        team[person] = side
        return all(place(rival, not side) for rival in graph[person])

    return all(person in team or place(person, True) for person in graph)


def main():
    lines = sys.stdin.read().splitlines()
    n, m = map(int, lines[0].split())
    pairs = []
    for line in lines[1 : m + 1]:
        a, b = line.split()
        pairs.append((int(a), int(b)))
    if two_teams(n, pairs):
        print("YES")
    else:
        print("NO")


if __name__ == "__main__":
    main()
