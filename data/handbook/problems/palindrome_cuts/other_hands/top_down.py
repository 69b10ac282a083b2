def least(word, known):
    if word in known:
        return known[word]
    if word == word[::-1]:
        answer = 0
    else:
        answer = len(word) - 1
        for k in range(1, len(word)):
            tail = word[k:]
            if tail == tail[::-1]:
                answer = min(answer, 1 + least(word[:k], known))
    known[word] = answer
    return answer


print(least(input().strip(), {}))
