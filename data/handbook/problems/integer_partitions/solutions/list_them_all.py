def go(rest, largest):
    if rest == 0:
        return 1
    return sum(go(rest - k, k) for k in range(min(rest, largest), 0, -1))


n = int(input())
print(go(n, n))
