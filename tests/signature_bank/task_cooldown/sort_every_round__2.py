from collections import Counter


def main():
    letters, cooldown = input().split()
    remaining = list(Counter(letters).values())
    time = 0
    while remaining:
        remaining = sorted(remaining, reverse=True)
        batch = min(len(remaining), int(cooldown) + 1)
        for i in range(batch):
            remaining[i] -= 1
        remaining = [r for r in remaining if r]
        time += int(cooldown) + 1 if remaining else batch
    print(time)


main()
