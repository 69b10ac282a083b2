text = input()
pattern = input()
MOD = 10**9 + 7
want = have = 0
power = 1
for i in range(len(pattern)):
    want = (want * 131 + ord(pattern[i])) % MOD
    have = (have * 131 + ord(text[i])) % MOD
    power = power * 131 % MOD
count = int(have == want)
for i in range(len(pattern), len(text)):
    have = (have * 131 + ord(text[i]) - power * ord(text[i - len(pattern)])) % MOD
    count += have == want
print(count)
