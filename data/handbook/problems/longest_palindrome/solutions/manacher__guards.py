import sys
from typing import List


def manacher(text: str) -> List[int]:
    """Radius of the longest palindrome round every position of ^|t|e|x|t|$."""
    padded = "^|" + "|".join(text) + "|$"
    radius = [0] * len(padded)
    centre, right = 0, 0
    for i in range(1, len(padded) - 1):
        mirror = 2 * centre - i
        radius[i] = max(0, min(right - i, radius[mirror]))
        while padded[i + 1 + radius[i]] == padded[i - 1 - radius[i]]:
            radius[i] += 1
        if i + radius[i] > right:
            centre = i
            right = i + radius[i]
    return radius


def main():
    print(max(manacher(sys.stdin.readline().strip())))


if __name__ == "__main__":
    main()
