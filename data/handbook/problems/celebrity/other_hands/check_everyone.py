from sys import stdin


def is_celebrity(m, who):
    for person, row in enumerate(m):
        if person != who:
            if not row[who] or m[who][person]:
                return False
    return True


def main():
    n = int(stdin.readline())
    m = []
    while len(m) < n:
        m.append([w == "1" for w in stdin.readline().split()])
    who = 0
    while who < n and not is_celebrity(m, who):
        who += 1
    print(who + 1 if who < n else -1)


main()
