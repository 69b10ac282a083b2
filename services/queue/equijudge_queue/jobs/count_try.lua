-- Counts a beginning with the chunk's next candidate. Run twice it counts twice, which costs a try.
-- KEYS: chunk
-- ARGV: token
-- Returns how often it was begun without a result, or nothing: lost.
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return nil end
return redis.call('HINCRBY', KEYS[1], 'tries', 1)
