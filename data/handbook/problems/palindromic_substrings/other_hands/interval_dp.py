text = input().strip()
inner = [True] * (len(text) + 1)
answer = 0
for end, last in enumerate(text):
    # inner[a]: does text[a:end] read the same backwards
    now = [text[a] == last and inner[a + 1] for a in range(end)]
    now += [True] * (len(text) + 1 - end)
    answer += sum(now[: end + 1])
    inner = now
print(answer)
