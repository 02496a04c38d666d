import type { Migration } from '../../../application/ports/migrations.js';

/**
 * The only way into the log.
 *
 * `store.append_batch` takes appends in queue order and gives each its verdict: `stored`, `repeated`, `conflict`,
 * `unknown-stream`, `claims-missing` or `closed`. Streams and tenants come once each and are named by their place; the bytes of all
 * events come as one text, with each event's length and the offset of its placeholder. Because the lock is held through the
 * commit, positions have no gaps and commit order is position order.
 *
 * Plans are made while the table is empty, and kept: EXISTS and IN would become a hashed scan of the whole log, a lateral with
 * LIMIT 1 does not. What only an append behind its stream's head or with claims needs is read for that append alone.
 */
export const append: Migration = {
  adapter: 'event-store-postgres',
  number: 4,
  name: 'append',
  sql: `
create function store.append_batch(
  tenants text[], streams text[],
  of_tenant integer[], of_stream integer[], expected integer[], commands uuid[], decisions uuid[], keys integer[], counts integer[],
  event_ids uuid[], types text[], lengths integer[], placeholders integer[], bytes bytea
) returns table (verdict text, version integer, "position" bigint, recorded_at text)
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_variable
declare
  placeholder constant bytea := '0000-00-00T00:00:00.000000Z';
  last_position bigint := 0;
  now_at timestamptz;
  now_text text;
  now_bytes bytea;
  closed boolean;
  -- per stream and per tenant, as the loop goes on
  heads integer[];
  read_heads integer[];
  hashes bytea[];
  owners text[];
  last_stored integer[];
  numbers bigint[];
  tenant_hashes bytea[];
  -- per append
  verdicts text[];
  versions integer[];
  positions bigint[];
  times text[];
  stored_before integer[];
  -- per event that is stored
  of_append integer[] := '{}';
  of_event integer[] := '{}';
  new_versions integer[] := '{}';
  new_times timestamptz[] := '{}';
  new_numbers bigint[] := '{}';
  new_hashes bytea[] := '{}';
  new_tenant_hashes bytea[] := '{}';
  new_bytes bytea[] := '{}';
  -- the append and the event at hand
  stream integer;
  tenant integer;
  same integer;
  earlier record;
  event integer := 0;
  cursor_at integer := 0;
  event_bytes bytea;
  hash bytea;
  tenant_hash bytea;
begin
  perform store.take_lock();
  select e.position, e.recorded_at into last_position, now_at from store.es_event e order by e.position desc limit 1;
  last_position := coalesce(last_position, 0);
  now_at := store.next_instant(now_at);
  closed := (select true from store.closing_mark m order by m.id desc limit 1) is true;

  select array_agg(coalesce(h.version, 0) order by s.i), array_agg(coalesce(h.hash, decode(repeat('00', 32), 'hex')) order by s.i),
         array_agg(h.tenant order by s.i), array_agg(0 order by s.i)
    into heads, hashes, owners, last_stored
    from unnest(streams) with ordinality s (name, i)
    left join lateral (select e.version, e.hash, e.tenant from store.es_event e where e.stream = s.name
                       order by e.stream desc, e.version desc limit 1) h on true;
  read_heads := heads;
  select array_agg(coalesce(h.tenant_number, 0) order by t.i),
         array_agg(coalesce(h.tenant_hash, decode(repeat('00', 32), 'hex')) order by t.i)
    into numbers, tenant_hashes
    from unnest(tenants) with ordinality t (name, i)
    left join lateral (select e.tenant_number, e.tenant_hash from store.es_event e where e.tenant = t.name
                       order by e.tenant desc, e.position desc limit 1) h on true;
  if (select count(distinct t) from unnest(tenants) t) <> cardinality(tenants) then
    raise exception 'each tenant is named once' using errcode = '22023';
  end if;

  for a in 1 .. cardinality(expected) loop
    stream := of_stream[a];
    tenant := of_tenant[a];
    verdicts[a] := null;
    versions[a] := null;
    positions[a] := null;
    times[a] := null;
    stored_before[a] := last_stored[stream];

    if closed then
      verdicts[a] := 'closed';
    elsif owners[stream] <> tenants[tenant] then
      verdicts[a] := 'unknown-stream';
    end if;

    -- The command's own events: stored above the version that it expects, or by an earlier append of this batch.
    if verdicts[a] is null and read_heads[stream] > expected[a] then
      select e.version, e.position, store.instant_text(e.recorded_at) as at into earlier
        from store.es_event e where e.stream = streams[stream] and e.version > expected[a] and e.command_id = commands[a]
        order by e.stream desc, e.version desc limit 1;
      if found then
        verdicts[a] := 'repeated';
        versions[a] := earlier.version;
        positions[a] := earlier.position;
        times[a] := earlier.at;
      end if;
    end if;
    same := last_stored[stream];
    while verdicts[a] is null and same > 0 loop
      if commands[same] = commands[a] and versions[same] > expected[a] then
        verdicts[a] := 'repeated';
        versions[a] := versions[same];
        positions[a] := positions[same];
        times[a] := times[same];
      end if;
      same := stored_before[same];
    end loop;

    if verdicts[a] is null then
      if heads[stream] <> expected[a] then
        verdicts[a] := 'conflict';
        versions[a] := heads[stream];
      elsif keys[a] > 0 and keys[a] > (select count(*) from store.key_claim c
                                       where c.tenant = tenants[tenant] and c.decision = decisions[a]) then
        verdicts[a] := 'claims-missing';
      end if;
    end if;

    if verdicts[a] is not null then
      for e in event + 1 .. event + counts[a] loop
        cursor_at := cursor_at + lengths[e];
      end loop;
      event := event + counts[a];
      continue;
    end if;

    now_text := store.instant_text(now_at);
    now_bytes := convert_to(now_text, 'UTF8');
    hash := hashes[stream];
    tenant_hash := tenant_hashes[tenant];
    for e in event + 1 .. event + counts[a] loop
      event_bytes := substring(bytes from cursor_at + 1 for lengths[e]);
      cursor_at := cursor_at + lengths[e];
      if placeholders[e] < 0 or placeholders[e] + 27 > octet_length(event_bytes)
        or substring(event_bytes from placeholders[e] + 1 for 27) is distinct from placeholder then
        raise exception 'no placeholder where recordedAt belongs' using errcode = '22023';
      end if;
      event_bytes := overlay(event_bytes placing now_bytes from placeholders[e] + 1 for 27);
      hash := sha256(event_bytes || hash);
      tenant_hash := sha256(tenant_hash || hash);
      of_append := of_append || a;
      of_event := of_event || e;
      new_versions := new_versions || (expected[a] + e - event);
      new_times := new_times || now_at;
      new_numbers := new_numbers || (numbers[tenant] + e - event);
      new_hashes := new_hashes || hash;
      new_tenant_hashes := new_tenant_hashes || tenant_hash;
      new_bytes := new_bytes || event_bytes;
    end loop;
    event := event + counts[a];
    hashes[stream] := hash;
    heads[stream] := expected[a] + counts[a];
    owners[stream] := tenants[tenant];
    last_stored[stream] := a;
    numbers[tenant] := numbers[tenant] + counts[a];
    tenant_hashes[tenant] := tenant_hash;
    verdicts[a] := 'stored';
    versions[a] := heads[stream];
    positions[a] := last_position + cardinality(of_event);
    times[a] := now_text;
    now_at := now_at + interval '1 microsecond';
  end loop;
  if cursor_at <> octet_length(bytes) or event <> cardinality(event_ids) then
    raise exception 'the lengths do not add up to the bytes' using errcode = '22023';
  end if;

  if cardinality(of_event) > 0 then
    insert into store.es_event (position, version, recorded_at, sealed_at, tenant_number, event_id, command_id, decision,
                                tenant, stream, type, hash, tenant_hash, bytes)
      select last_position + r.i, r.version, r.at, r.at, r.number, event_ids[r.e], commands[r.a], decisions[r.a],
             tenants[of_tenant[r.a]], streams[of_stream[r.a]], types[r.e], r.hash, r.tenant_hash, r.bytes
      from unnest(of_append, of_event, new_versions, new_times, new_numbers, new_hashes, new_tenant_hashes, new_bytes)
        with ordinality r (a, e, version, at, number, hash, tenant_hash, bytes, i);
    perform pg_notify('trajectlijn_appended', (last_position + cardinality(of_event))::text);
  end if;
  return query select * from unnest(verdicts, versions, positions, times);
end $$;

revoke execute on function store.append_batch from public;
grant execute on function store.append_batch to trajectlijn_flusher;
`,
};
