-- take_result(job, results, seen, pace, index, verdicts, cached, line): takes a candidate's result once (rules 3 and 4)
-- and counts it (see counters.py); returns whether it was new. `verdicts`: by commas; `cached`: how many of them were
-- known. Needs now.lua.
local function count(pace, total, lately)
  redis.call('HINCRBY', 'ej:metrics', total, 1)
  redis.call('HINCRBY', pace, lately, 1)
end
local function take_result(job, results, seen, pace, index, verdicts, cached, line)
  if redis.call('SETBIT', seen, index, 1) == 1 then return false end
  local done = redis.call('HINCRBY', job, 'done', 1)
  for verdict in string.gmatch(verdicts, '%u+') do
    redis.call('HINCRBY', job, 'v:' .. verdict, 1)
    count(pace, 'candidates/' .. verdict, verdict)
  end
  for _ = 1, tonumber(cached) do
    redis.call('HINCRBY', job, 'cached', 1)
    count(pace, 'cache_hits/', 'cached')
  end
  redis.call('XADD', results, done .. '-0', 'index', index, 'line', line)
  return true
end
