def main():
    count = int(input())
    xs = list(map(int, input().split()))
    out = [-1] * count
    for left in range(count - 1):
        right = left + 1
        found = False
        while not found and right < count:
            if xs[right] > xs[left]:
                out[left] = xs[right]
                found = True
            right += 1
    print(*out)


main()
