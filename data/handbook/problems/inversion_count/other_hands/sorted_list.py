from bisect import bisect_right


def inversions(seq):
    ordered = []
    result = 0
    for x in seq:
        at = bisect_right(ordered, x)
        result += len(ordered) - at
        ordered[at:at] = [x]
    return result


if __name__ == "__main__":
    input()
    print(inversions(map(int, input().split())))
