import sys


def solve(s):
    n = len(s)
    pairs = [(i, i + 2) for i in range(n - 1) if s[i : i + 2] == "()"]
    end_by_begin = {}
    begin_by_end = {}
    best = 0
    while pairs:
        i, j = pairs.pop()
        # let it grow as far as it goes before it is put down
        while True:
            if i in begin_by_end:
                k = begin_by_end.pop(i)
                del end_by_begin[k]
                i = k
            elif j in end_by_begin:
                k = end_by_begin.pop(j)
                del begin_by_end[k]
                j = k
            elif i > 0 and j < n and s[i - 1] == "(" and s[j] == ")":
                i -= 1
                j += 1
            else:
                break
        end_by_begin[i] = j
        begin_by_end[j] = i
        best = max(best, j - i)
    return best


if __name__ == "__main__":
    print(solve(sys.stdin.read().strip()))
