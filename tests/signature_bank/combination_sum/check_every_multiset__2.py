import itertools


def main():
    target = int(input())
    coins = sorted(int(c) for c in input().split())
    longest = target // min(coins)
    fitting = [
        combo
        for size in range(1, longest + 1)
        for combo in itertools.combinations_with_replacement(coins, size)
        if sum(combo) == target
    ]
    print("\n".join(" ".join(map(str, combo)) for combo in sorted(fitting)))


if __name__ == "__main__":
    main()
