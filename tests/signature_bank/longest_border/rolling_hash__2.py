MOD = 10**18 + 9
BASE = 257


def main():
    text = input()
    codes = [ord(ch) for ch in text]
    prefix_hash = suffix_hash = 0
    power = 1
    longest = 0
    for size in range(1, len(text)):
        prefix_hash = (prefix_hash * BASE + codes[size - 1]) % MOD
        suffix_hash = (suffix_hash + codes[-size] * power) % MOD
        power = (power * BASE) % MOD
        if prefix_hash == suffix_hash:
            longest = size
    print(longest)


main()
