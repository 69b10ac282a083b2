import sys


def solve(people, graph):
    size = len(people)
    if size <= 1:
        return people[0]
    parts = people[0::2], people[1::2]
    for mine, theirs in (parts, parts[::-1]):
        cand = solve(mine, graph)
        if cand is None:
            continue
        for p in theirs:
            if graph[cand][p] == "1" or graph[p][cand] == "0":
                break
        else:
            return cand
    return None


def main():
    sys.stdin.readline()
    graph = [ln.split() for ln in sys.stdin if ln.strip()]
    who = solve(range(len(graph)), graph)
    if who is None:
        print("-1")
    else:
        print(who + 1)


main()
