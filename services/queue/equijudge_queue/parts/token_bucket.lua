-- take_tokens(bucket, rate, most, cost): takes `cost` of `most` tokens that come back at `rate` a second and returns 0,
-- or returns how many seconds are left until that can be done. What costs more than the bucket holds is let in when it
-- is full, and leaves a debt. A rate of 0 is no limit. Needs now.lua.
local function take_tokens(bucket, rate, most, cost)
  if rate <= 0 then return 0 end
  local held = redis.call('HMGET', bucket, 'tokens', 'at')
  local tokens = most
  if held[1] then tokens = math.min(most, tonumber(held[1]) + math.max(0, now - tonumber(held[2])) * rate) end
  local needed = math.min(most, cost)
  if tokens < needed then return (needed - tokens) / rate end
  redis.call('HSET', bucket, 'tokens', string.format('%.6f', tokens - cost), 'at', string.format('%.6f', now))
  redis.call('EXPIRE', bucket, math.ceil((most - tokens + cost) / rate) + 1)
  return 0
end
