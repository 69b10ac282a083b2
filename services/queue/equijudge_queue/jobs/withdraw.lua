-- Stores a job that was cancelled before it came, unless it is there (rule 7).
-- KEYS: job, results
-- ARGV: owner, kept s, the key's quota of bytes, results' least age s
-- Returns {stored, 1}: there was none, and is one now; {stored, 0}: there is one already;
-- {quota, ms to wait or -1, kind, bytes …}: what the key holds.
-- include parts/now.lua
-- include parts/holdings.lua
if redis.call('EXISTS', KEYS[1]) == 1 then return {'stored', 0} end
local wait, to_drop = room_for(ARGV[1], JOB_BYTES, tonumber(ARGV[3]), {}, ARGV[4])
if wait ~= 0 then return {'quota', math.ceil(1000 * wait), unpack(redis.call('HGETALL', 'ej:bytes:' .. ARGV[1]))} end
redis.call('HSET', KEYS[1], 'state', 'cancelled', 'candidates', 0, 'done', 0, 'cached', 0, 'bytes', 0,
           'created_at', tostring(now), 'finished_at', tostring(now), 'owner', ARGV[1], 'fingerprint', '',
           'nonce', 'withdrawn')
redis.call('XADD', KEYS[2], '1-0', 'end', 'cancelled')
drop_all(to_drop)
hold_results(KEYS[1], JOB_BYTES)
retire_job(KEYS[1], ARGV[2])
return {'stored', 1}
