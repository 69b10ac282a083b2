def count_splits(text, dictionary):
    ways = [1] + [0] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(end):
            if ways[start] and text[start:end] in dictionary:
                ways[end] += ways[start]
    return ways[-1]


if __name__ == "__main__":
    text = input()
    print(count_splits(text, set(input().split())))
