value = int(open(0).read())
answer, step = 0, 1 << 20
while step:
    trial = answer + step
    if trial * trial <= value:
        answer = trial
    step //= 2
print(answer)
