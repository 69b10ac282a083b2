-- Drops what is kept of a job that runs no more: whoever asked has all of it, and nobody else knows of it.
-- KEYS: job
-- ARGV: job id
-- Returns how many bytes that were; -1: it runs.
-- include parts/now.lua
-- include parts/holdings.lua
if redis.call('HGET', KEYS[1], 'state') == 'running' then return -1 end
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
return drop_results(ARGV[1])
