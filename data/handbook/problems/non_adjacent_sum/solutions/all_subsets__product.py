import fileinput
from itertools import product


def allowed(choice: str) -> bool:
    return "11" not in choice


def main() -> None:
    lines = fileinput.input()
    n = int(next(lines))
    worths = [int(word) for word in next(lines).split()]
    choices = map("".join, product("01", repeat=n))
    print(max(sum(w for w, c in zip(worths, choice) if c == "1") for choice in choices if allowed(choice)))


main()
