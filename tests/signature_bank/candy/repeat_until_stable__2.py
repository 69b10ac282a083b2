def main():
    size = int(input())
    ratings = [int(x) for x in input().split()]
    candies = [1] * size
    while True:
        before = candies[:]
        for left in range(size - 1):
            right = left + 1
            if ratings[left] < ratings[right] and candies[left] >= candies[right]:
                candies[right] = candies[left] + 1
            elif ratings[left] > ratings[right] and candies[left] <= candies[right]:
                candies[left] = candies[right] + 1
        if candies == before:
            break
    print(sum(candies))


main()
