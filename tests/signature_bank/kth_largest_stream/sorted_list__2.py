import bisect


def main():
    k, _ = map(int, input().split())
    ordered = []
    for token in input().split():
        value = int(token)
        ordered.insert(bisect.bisect(ordered, value), value)
        print(ordered[len(ordered) - k] if len(ordered) >= k else -1, end=" ")
    print()


main()
