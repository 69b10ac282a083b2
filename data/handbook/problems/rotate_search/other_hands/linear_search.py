n, q = map(int, input().split())
nums = tuple(map(int, input().split()))
asked = map(int, input().split())
print(*(next((i for i, v in enumerate(nums) if v == x), -1) for x in asked), sep="\n")
