import sys

input = sys.stdin.readline


def main():
    h, w = map(int, input().split())
    free = {}
    for i in range(h):
        for j, c in enumerate(input().strip()):
            if c != "#":
                free[i, j] = c
    start = [p for p, c in free.items() if c == "S"][0]
    target = [p for p, c in free.items() if c == "T"][0]
    seen_a, seen_b = {start}, {target}
    front_a, front_b = [start], [target]
    steps = 0
    while front_a and front_b:
        steps += 1
        if len(front_a) > len(front_b):
            front_a, front_b = front_b, front_a
            seen_a, seen_b = seen_b, seen_a
        grown = []
        for i, j in front_a:
            for p in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                if p in free and p not in seen_a:
                    if p in seen_b:
                        print(steps)
                        return
                    seen_a.add(p)
                    grown.append(p)
        front_a = grown
    print(-1)


main()
