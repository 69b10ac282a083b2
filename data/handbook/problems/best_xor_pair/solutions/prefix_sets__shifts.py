import sys


def maximum_xor(nums: list[int]) -> int:
    """Fix the digits of the answer one after the other, the highest first."""
    answer = 0
    for shift in range(max(nums).bit_length() - 1, -1, -1):
        answer = 2 * answer + 1
        prefixes = dict.fromkeys(num >> shift for num in nums)
        if not any(answer ^ p in prefixes for p in prefixes):
            answer -= 1
    return answer


def main() -> None:
    with open(0) as file:
        next(file)
        print(maximum_xor([int(word) for word in next(file).split()]))


if __name__ == "__main__":
    main()
