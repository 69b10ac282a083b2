-- Reads results by their places (rule 4), one after another, until they are long enough together: how long one is,
-- nobody knows before, and a reader is to hold little.
-- KEYS: results
-- ARGV: bytes that are enough, then place … (from 1)
-- Returns the fields of each: index, its value, line, its value; or end, its value. Ends with the first that is not
-- there.
local found, bytes = {}, 0
for at = 2, #ARGV do
  local id = ARGV[at] .. '-0'
  local entry = redis.call('XRANGE', KEYS[1], id, id)[1]
  if not entry then break end
  table.insert(found, entry[2])
  bytes = bytes + #(entry[2][4] or '')
  if bytes >= tonumber(ARGV[1]) then break end
end
return found
