-- Adds a worker's batch of counts, which it may send again (see equijudge_queue.counters).
-- KEYS: metrics, the worker's last batch
-- ARGV: the batch's number, kept s, then field, increment …
-- Returns 1, or 0: it was taken before.
if tonumber(redis.call('GET', KEYS[2]) or '0') >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[2])
for at = 3, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[at], ARGV[at + 1]) end
return 1
