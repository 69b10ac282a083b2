from string import ascii_lowercase as ABC

T = int(input())
profiles = {}
for t in range(T):
    word = input()
    profile = tuple(word.count(z) for z in ABC)
    profiles[profile] = profiles.get(profile, 0) + 1
print(len(profiles))
