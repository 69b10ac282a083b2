-- The fair order among chunks that wait (rule 8): by key, then by job, then by place in the job. Needs now.lua.
-- A key and a job have a tag, in seconds of slots: who has the least is next, takes a chunk and is charged for it, with
-- ESTIMATE when it is taken and with what it really took when it is given up. Who comes new begins one ESTIMATE behind
-- the last one served: before everybody's backlog, and not before who has waited through the round. Every step is
-- O(log n); an entry whose chunk does not wait any more is dropped when it is met.
-- Chunks whose next candidate turned out to be long (rule 10) wait in a lane of their own, in the same order with the
-- same tags of keys; half the slots, and one at the least, may be theirs at once.
-- enter_line(id): the chunk is in line, in the place that it has in its job; again changes nothing. in_line(id).
-- take_next(): takes the next chunk out of line; nil: none may be taken. charge(id): it was given up by who had it.
-- leave_line(job id): nothing of the job is in line any more. leases_of(owner): the key of the leases that it holds.
-- waiting_others(job id): 0; 1: another job waits; 2: and belongs to a key that holds no slot.
local FAIR = {keys = 'ej:fair', jobs = 'ej:fair:key:', line = ':line'}
local LONG = {keys = 'ej:long', jobs = 'ej:long:key:', line = ':long'}
local FLOORS, TAGS, LONG_RUNNING = 'ej:fair:floors', 'ej:fair:tags', 'ej:long:running'
local ESTIMATE, LEAST = 1, 0.05
local function owner_of(job) return redis.call('HGET', 'ej:job:' .. job, 'owner') or '' end
local function line_of(lane, job) return 'ej:job:' .. job .. lane.line end
local function leases_of(owner) return 'ej:held:' .. owner end
local function floor_of(level) return tonumber(redis.call('HGET', FLOORS, level) or '0') end
local function lane_of(id) return redis.call('HEXISTS', 'ej:chunk:' .. id, 'long') == 1 and LONG or FAIR end
local function in_line(id)
  local job = redis.call('HGET', 'ej:chunk:' .. id, 'job')
  return job and redis.call('ZSCORE', line_of(lane_of(id), job), id)
end
local function enter_line(id)
  local fields, lane = redis.call('HMGET', 'ej:chunk:' .. id, 'job', 'place'), lane_of(id)
  local owner = owner_of(fields[1])
  local jobs = lane.jobs .. owner
  redis.call('ZADD', line_of(lane, fields[1]), fields[2] or '0', id)
  if not redis.call('ZSCORE', jobs, fields[1]) then
    redis.call('ZADD', jobs, floor_of(jobs) + ESTIMATE, fields[1])
  end
  if not redis.call('ZSCORE', lane.keys, owner) then
    local had = tonumber(redis.call('HGET', TAGS, owner) or '0')
    redis.call('ZADD', lane.keys, math.max(had, floor_of('all') + ESTIMATE), owner)
  end
end
local function drop_empty(lane, owner, job)
  local jobs = lane.jobs .. owner
  if redis.call('EXISTS', line_of(lane, job)) == 0 then redis.call('ZREM', jobs, job) end
  if redis.call('EXISTS', jobs) == 0 then redis.call('ZREM', lane.keys, owner) end
end
local function add_to_tags(owner, job, s)
  local tag = tonumber(redis.call('HGET', TAGS, owner) or '0')
  for _, lane in ipairs({FAIR, LONG}) do
    tag = math.max(tag, tonumber(redis.call('ZSCORE', lane.keys, owner) or '0'))
  end
  redis.call('HSET', TAGS, owner, tostring(tag + s))
  for _, lane in ipairs({FAIR, LONG}) do
    local jobs = lane.jobs .. owner
    if redis.call('ZSCORE', jobs, job) then redis.call('ZINCRBY', jobs, s, job) end
    if redis.call('ZSCORE', lane.keys, owner) then redis.call('ZADD', lane.keys, tag + s, owner) end
  end
end
local function raise_floor(level, tag)
  if tonumber(tag) > floor_of(level) then redis.call('HSET', FLOORS, level, tag) end
end
local function take_from(lane)
  while true do
    local owner = redis.call('ZRANGE', lane.keys, 0, 0, 'WITHSCORES')
    if not owner[1] then return nil end
    local jobs = lane.jobs .. owner[1]
    local job = redis.call('ZRANGE', jobs, 0, 0, 'WITHSCORES')
    local id = job[1] and redis.call('ZPOPMIN', line_of(lane, job[1]))[1]
    local waits = id and redis.call('HGET', 'ej:chunk:' .. id, 'state') == 'queued'
    if waits and redis.call('HGET', 'ej:job:' .. job[1], 'state') == 'running' then
      raise_floor('all', owner[2])
      raise_floor(jobs, job[2])
      add_to_tags(owner[1], job[1], ESTIMATE)
      drop_empty(lane, owner[1], job[1])
      return id
    end
    drop_empty(lane, owner[1], job[1] or '')
  end
end
local function long_has_room()
  local running = redis.call('SMEMBERS', LONG_RUNNING)
  local count = #running
  for _, id in ipairs(running) do
    if not redis.call('HGET', 'ej:chunk:' .. id, 'since') then
      redis.call('SREM', LONG_RUNNING, id)
      count = count - 1
    end
  end
  return count < math.max(1, math.floor(redis.call('ZCARD', 'ej:workers') / 2))
end
local function take_next()
  local long = redis.call('ZRANGE', LONG.keys, 0, 0, 'WITHSCORES')
  local fair = redis.call('ZRANGE', FAIR.keys, 0, 0, 'WITHSCORES')
  local lanes = {FAIR}
  if long[1] and long_has_room() then
    local first = not fair[1] or tonumber(long[2]) < tonumber(fair[2])
    table.insert(lanes, first and 1 or 2, LONG)
  end
  for _, lane in ipairs(lanes) do
    local id = take_from(lane)
    if id then
      if lane == LONG then redis.call('SADD', LONG_RUNNING, id) end
      return id
    end
  end
  return nil
end
local function charge(id)
  local chunk = 'ej:chunk:' .. id
  local fields = redis.call('HMGET', chunk, 'job', 'since')
  if not fields[2] then return end
  redis.call('HDEL', chunk, 'since', 'long')
  redis.call('SREM', LONG_RUNNING, id)
  local owner = owner_of(fields[1])
  redis.call('ZREM', leases_of(owner), id)
  add_to_tags(owner, fields[1], math.max(LEAST, now - tonumber(fields[2])) - ESTIMATE)
end
local function leave_line(job)
  for _, lane in ipairs({FAIR, LONG}) do
    redis.call('DEL', line_of(lane, job))
    drop_empty(lane, owner_of(job), job)
  end
end
local function waiting_others(job)
  local owner = owner_of(job)
  local jobs = FAIR.jobs .. owner
  for _, other in ipairs(redis.call('ZRANGE', FAIR.keys, 0, 1)) do
    if other ~= owner then return redis.call('ZCOUNT', leases_of(other), now, '+inf') == 0 and 2 or 1 end
  end
  return redis.call('ZCARD', jobs) > (redis.call('ZSCORE', jobs, job) and 1 or 0) and 1 or 0
end
