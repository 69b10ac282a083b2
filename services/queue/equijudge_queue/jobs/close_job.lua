-- Ends the job of a closing chunk with its scores (rule 6).
-- KEYS: chunk, job, results, seen, backlog bytes, chunks, scores, samples
-- ARGV: token, kept s, scores
-- Returns 1, or 0: the token is stale or the job is over.
-- include parts/now.lua
-- include parts/holdings.lua
-- include parts/end_job.lua
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
if redis.call('HGET', KEYS[2], 'state') ~= 'running' then return 0 end
redis.call('SET', KEYS[7], ARGV[3])
hold_results(KEYS[2], #ARGV[3])
redis.call('DEL', KEYS[8])
end_job(KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], ARGV[2])
return 1
