-- Stores a job that was cancelled before it came, unless it is there (rule 7).
-- KEYS: job, results
-- ARGV: owner, kept s
-- Returns 1: there was none, and is one now; 0: there is one already.
-- include parts/now.lua
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'state', 'cancelled', 'candidates', 0, 'done', 0, 'cached', 0, 'bytes', 0,
           'created_at', tostring(now), 'finished_at', tostring(now), 'owner', ARGV[1], 'fingerprint', '',
           'nonce', 'withdrawn')
redis.call('XADD', KEYS[2], '1-0', 'end', 'cancelled')
for at = 1, 2 do redis.call('EXPIRE', KEYS[at], ARGV[2]) end
return 1
