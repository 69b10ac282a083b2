-- Takes a chunk for a while (rule 2).
-- KEYS: open, chunk
-- ARGV: chunk id, lease s
-- Returns {token, payload, the job's `seen`, microseconds since the job was accepted}, or nothing: another one has it,
-- or it is over.
-- include parts/now.lua
-- include parts/over.lua
if over(KEYS[1], KEYS[2], ARGV[1]) then return nil end
local state = redis.call('HGET', KEYS[2], 'state')
if state == 'running' and tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or '0') > now then return nil end
local token = redis.call('HINCRBY', KEYS[2], 'token', 1)
redis.call('HSET', KEYS[2], 'state', 'running')
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
local fields = redis.call('HMGET', KEYS[2], 'payload', 'job')
local job = 'ej:job:' .. fields[2]
local waited = now - tonumber(redis.call('HGET', job, 'created_at'))
return {token, fields[1], redis.call('GET', job .. ':seen') or '', math.floor(waited * 1000000)}
