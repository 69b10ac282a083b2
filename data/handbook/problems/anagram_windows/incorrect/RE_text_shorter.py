w = input()
t = input()
need = [0] * 26
have = [0] * 26
for i in range(len(w)):
    need[ord(w[i]) - 97] += 1
    have[ord(t[i]) - 97] += 1
ans = int(need == have)
for i in range(len(w), len(t)):
    have[ord(t[i]) - 97] += 1
    have[ord(t[i - len(w)]) - 97] -= 1
    ans += need == have
print(ans)
