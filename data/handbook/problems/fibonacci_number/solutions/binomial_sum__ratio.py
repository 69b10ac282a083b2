import fileinput


def shallow_diagonal(row):
    """The numbers C(row, 0), C(row - 1, 1), C(row - 2, 2), ... of Pascal's triangle."""
    top, k, value = row, 0, 1
    while k <= top:
        yield value
        # from C(top, k) to C(top - 1, k + 1)
        value = value * (top - k) * (top - k - 1) // (max(top, 1) * (k + 1))
        top -= 1
        k += 1


for line in fileinput.input():
    if line.isspace():
        break
    n, m = map(int, line.split())
    total = 0
    if n > 0:
        for term in shallow_diagonal(n - 1):
            total += term
    print(total % m)
