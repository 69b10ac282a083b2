def paint(wall: bytearray, frm: int, to: int) -> None:
    metre = frm + 1
    while metre <= to:
        wall[metre] = 1
        metre += 1


def main() -> None:
    wall = bytearray(1001)
    for _ in range(int(input())):
        paint(wall, *[int(t) for t in input().split()])
    painted = 0
    for metre in wall:
        if metre:
            painted += 1
    print(painted)


main()
