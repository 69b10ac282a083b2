from collections import defaultdict


def main():
    n, s = map(int, input().split())
    a = [int(x) for x in input().split()]
    later_pairs = defaultdict(int)
    result = 0
    i = n
    while i > 0:
        i -= 1
        wanted = s - a[i]
        if wanted in later_pairs:
            result += later_pairs[wanted]
        for other in a[i + 1 :]:
            later_pairs[a[i] + other] += 1
    print(result)


main()
