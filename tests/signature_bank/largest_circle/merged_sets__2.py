def main():
    people, links = map(int, input().split())
    group = list(range(people))
    members = [[i] for i in range(people)]
    for _ in range(links):
        a, b = (int(x) - 1 for x in input().split())
        big, small = group[a], group[b]
        if big == small:
            continue
        if len(members[big]) < len(members[small]):
            big, small = small, big
        for person in members[small]:
            group[person] = big
        members[big].extend(members[small])
        members[small] = []
    print(max(map(len, members)))


main()
