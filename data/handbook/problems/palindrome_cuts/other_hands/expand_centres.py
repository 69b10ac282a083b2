import sys


def fewest_cuts(w: str) -> int:
    n = len(w)
    # need[i]: pieces for the first i letters
    need = [i for i in range(n + 1)]
    for centre in range(2 * n - 1):
        a = centre // 2
        b = centre - a + 1
        while a >= 0 and b <= n and w[a] == w[b - 1]:
            if need[a] + 1 < need[b]:
                need[b] = need[a] + 1
            a -= 1
            b += 1
    return need[n] - 1


print(fewest_cuts(sys.stdin.readline().strip()))
