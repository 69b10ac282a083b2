-- now: Redis's own clock, seconds since the epoch. No other clock is compared with it.
local t = redis.call('TIME')
local now = tonumber(t[1]) + tonumber(t[2]) / 1000000
