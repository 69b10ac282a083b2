import re
import sys

UNIT = re.compile(r"^([a-z]+?)\1*$")


def main() -> None:
    match = UNIT.match(sys.stdin.readline().strip())
    assert match is not None
    begin, end = match.span(1)
    print(end - begin)


main()
