-- What is held, by kind and by the key that answers for it, and when it may go (rules 11 and 12). Needs now.lua.
-- count_bytes(kind, owner, bytes): adds to the counts. bytes_of(owner): all that a key holds.
-- hold_problem(id, owner, kind): the owner answers for it from now on; one that is stored for good stays its first
--   owner's. holding_of(id): its kind, bytes and owner. added_bytes(id, owner, bytes): what holding it would add.
-- hand_over(id, owner): another key answers for one that is stored. need_problem(id, job): a running job needs it.
-- hold_results(job, bytes): so much more of a job's results. retire_job(job, kept_s): the job runs no more.
-- keep_verdict(key, text, kept_s): a verdict is nobody's.
-- drop_problem(id), drop_results(id), drop_verdict(key): delete at once, first of all, so that a full Redis lets them;
--   return how many bytes that were.
-- room_for(owner, need, quota, mine, least_s): when the key may hold `need` bytes more, 0 and what to drop for it, the
--   oldest first of what no running job needs; -1: never; else seconds to wait. Writes nothing. drop_all(to_drop).
local PROBLEM_BYTES, JOB_BYTES, LINE_BYTES, CHUNK_BYTES, VERDICT_BYTES = 1024, 2048, 128, 1024, 320  -- beside the text
local function count_bytes(kind, owner, bytes)
  if bytes == 0 then return end
  for _, book in ipairs({'ej:bytes', 'ej:bytes:' .. owner}) do
    if redis.call('HINCRBY', book, kind, bytes) == 0 then redis.call('HDEL', book, kind) end
  end
end
local function bytes_of(owner)
  local sum = 0
  for _, bytes in ipairs(redis.call('HVALS', 'ej:bytes:' .. owner)) do sum = sum + tonumber(bytes) end
  return sum
end
local function set_expiry(kind, id, owner, goes_at)
  for _, book in ipairs({'ej:age:' .. kind, 'ej:age:' .. kind .. ':' .. owner}) do
    redis.call('ZADD', book, tostring(goes_at), id)
  end
end
local function clear_expiry(kind, id, owner)
  for _, book in ipairs({'ej:age:' .. kind, 'ej:age:' .. kind .. ':' .. owner}) do redis.call('ZREM', book, id) end
end
local function count_dropped(kind, bytes)
  redis.call('HINCRBY', 'ej:metrics', 'dropped/' .. kind, 1)
  redis.call('HINCRBY', 'ej:metrics', 'dropped_bytes/' .. kind, bytes)
end
local function holding_of(id)
  local kind, bytes, owner = string.match(redis.call('HGET', 'ej:problems:held', id) or '', '^(%a+) (%d+) (.*)$')
  return kind, tonumber(bytes), owner
end
local function added_bytes(id, owner, bytes)
  local kind, known, who = holding_of(id)
  if kind == 'stored' or (kind and who == owner) then return 0 end
  return known or bytes + PROBLEM_BYTES
end
local function hold_problem(id, owner, kind)
  local was, bytes, who = holding_of(id)
  if was == 'stored' or (was == kind and who == owner) then return end
  if was then
    clear_expiry('problems', id, who)
    count_bytes(was, who, -bytes)
  end
  bytes = PROBLEM_BYTES
  for _, key in ipairs({'ej:problem:' .. id, 'ej:summary:' .. id}) do
    redis.call('PERSIST', key)
    bytes = bytes + redis.call('STRLEN', key)
  end
  redis.call('HSET', 'ej:problems:held', id, kind .. ' ' .. bytes .. ' ' .. owner)
  count_bytes(kind, owner, bytes)
end
local function hand_over(id, owner)
  local kind, bytes, who = holding_of(id)
  count_bytes(kind, who, -bytes)
  redis.call('HSET', 'ej:problems:held', id, kind .. ' ' .. bytes .. ' ' .. owner)
  count_bytes(kind, owner, bytes)
end
local function need_problem(id, job)
  if redis.call('SADD', job .. ':needs', id) == 0 then return end
  redis.call('HINCRBY', 'ej:problems:needed', id, 1)
  local _, _, who = holding_of(id)
  clear_expiry('problems', id, who)
end
local function drop_problem(id)
  local kind, bytes, who = holding_of(id)
  redis.call('DEL', 'ej:problem:' .. id, 'ej:summary:' .. id)
  redis.call('ZREM', 'ej:problems', id)
  if not kind then return 0 end
  redis.call('HDEL', 'ej:problems:held', id)
  clear_expiry('problems', id, who)
  count_bytes(kind, who, -bytes)
  return bytes
end
local function hold_results(job, bytes)
  redis.call('HINCRBY', job, 'held', bytes)
  count_bytes('results', redis.call('HGET', job, 'owner') or '', bytes)
end
local function retire_job(job, kept_s)
  local fields = redis.call('HMGET', job, 'owner', 'queued')
  local owner, kept_until = fields[1] or '', now + tonumber(kept_s)
  redis.call('HDEL', job, 'queued')
  count_bytes('queue', owner, -tonumber(fields[2] or '0'))
  for _, id in ipairs(redis.call('SMEMBERS', job .. ':needs')) do
    if redis.call('HINCRBY', 'ej:problems:needed', id, -1) <= 0 then
      redis.call('HDEL', 'ej:problems:needed', id)
      local kind, _, who = holding_of(id)
      if kind == 'problems' then
        set_expiry('problems', id, who, now + tonumber(redis.call('HGET', job, 'problems_kept_s')))
      end
    end
  end
  redis.call('DEL', job .. ':needs')
  set_expiry('results', string.sub(job, 8), owner, kept_until)
end
local function drop_results(id)
  local job = 'ej:job:' .. id
  local fields = redis.call('HMGET', job, 'owner', 'held')
  local owner, bytes = fields[1] or '', tonumber(fields[2] or '0')
  redis.call('DEL', job, job .. ':results', job .. ':seen', job .. ':chunks', job .. ':scores', job .. ':samples',
             job .. ':line', job .. ':long')
  redis.call('ZREM', 'ej:jobs:' .. owner, id)
  clear_expiry('results', id, owner)
  count_bytes('results', owner, -bytes)
  return bytes
end
local function drop_verdict(key)
  local bytes = redis.call('STRLEN', key) + VERDICT_BYTES
  redis.call('DEL', key)
  redis.call('ZREM', 'ej:verdicts', key)
  if redis.call('HINCRBY', 'ej:bytes', 'verdicts', -bytes) == 0 then redis.call('HDEL', 'ej:bytes', 'verdicts') end
  return bytes
end
local function keep_verdict(key, text, kept_s)
  local bytes = #text + VERDICT_BYTES
  if redis.call('ZSCORE', 'ej:verdicts', key) then bytes = #text - redis.call('STRLEN', key) end
  redis.call('SET', key, text)
  redis.call('ZADD', 'ej:verdicts', tostring(now + tonumber(kept_s)), key)
  redis.call('HINCRBY', 'ej:bytes', 'verdicts', bytes)
end
local function room_for(owner, need, quota, mine, least_s)
  local over, to_drop, wait = bytes_of(owner) + need - quota, {}, 60
  if need > quota then return -1 end
  if over <= 0 then return 0, to_drop end
  for _, id in ipairs(redis.call('ZRANGE', 'ej:age:problems:' .. owner, 0, 999)) do
    if over > 0 and not mine[id] then
      local _, bytes = holding_of(id)
      over = over - bytes
      table.insert(to_drop, {'problems', drop_problem, id})
    end
  end
  for _, id in ipairs(redis.call('ZRANGE', 'ej:age:results:' .. owner, 0, 999)) do
    if over <= 0 then break end
    local fields = redis.call('HMGET', 'ej:job:' .. id, 'held', 'finished_at')
    local young = tonumber(fields[2]) + tonumber(least_s) - now
    if young > 0 then
      wait = math.min(wait, young)
    else
      over = over - tonumber(fields[1] or '0')
      table.insert(to_drop, {'results', drop_results, id})
    end
  end
  if over > 0 then return math.max(1, wait) end
  return 0, to_drop
end
local function drop_all(to_drop)
  for _, each in ipairs(to_drop) do count_dropped(each[1], each[2](each[3])) end
end
