import sys


def solve(height, width, toll):
    known = [[-1 for _ in range(width)] for _ in range(height)]

    def rest(r, c):
        # what is still to pay when standing before block (r, c)
        if known[r][c] != -1:
            return known[r][c]
        result = toll[r][c]
        can_right = c < width - 1
        can_down = r < height - 1
        if can_right and can_down:
            right = rest(r, c + 1)
            down = rest(r + 1, c)
            result += right if right < down else down
        elif can_right:
            result += rest(r, c + 1)
        elif can_down:
            result += rest(r + 1, c)
        known[r][c] = result
        return result

    return rest(0, 0)


def main():
    lines = sys.stdin.readlines()
    height, width = (int(t) for t in lines[0].split())
    toll = [[int(t) for t in line.split()] for line in lines[1 : height + 1]]
    sys.stdout.write("%d\n" % solve(height, width, toll))


main()
