import sys


def half(points: list[complex]) -> list[complex]:
    """The chain that turns left all the way."""
    chain: list[complex] = []
    for z in points:
        while len(chain) > 1:
            u = chain[-1] - chain[-2]
            v = z - chain[-1]
            if (u.conjugate() * v).imag > 0:
                break
            del chain[-1]
        chain.append(z)
    return chain


def main() -> None:
    next(sys.stdin)
    points = {complex(*map(int, line.split())) for line in sys.stdin if line.strip()}
    order = sorted(points, key=lambda z: (z.real, z.imag))
    corners = set(half(order))
    corners |= set(half(order[::-1]))
    print(len(corners))


main()
