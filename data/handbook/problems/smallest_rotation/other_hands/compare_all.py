word = input().strip()
twice = word + word
size = len(word)
answer = twice[:size]
shift = 1
while shift < size:
    candidate = twice[shift:shift + size]
    answer = candidate if candidate < answer else answer
    shift += 1
print(answer)
