s, a, b, c, m = map(int, input().split())
when = {}


def visit(x, i):
    if x in when:
        return when[x], i - when[x]
    when[x] = i
    return visit((a * x * x + b * x + c) % m, i + 1)


print(*visit(s, 0))
