-- When a proof was taken, as the phone says: it may have waited for a line.
alter table proofs add column taken_at timestamptz;

-- What a machine saw in a proof, and by which version of the check. It is never the last word: a person decides.
create table proof_checks (
  proof_id int not null references proofs,
  version int not null,
  checked_at timestamptz not null default now(),
  -- The picture in 256 bits, as hex; none for an address, and for a picture without anything in it.
  mark text check (mark ~ '^[0-9a-f]{64}$'),
  -- The address of a post without what sharing hangs on it.
  address text,
  primary key (proof_id, version)
);
create table proof_sightings (
  id bigint generated always as identity primary key,
  proof_id int not null,
  version int not null,
  kind text not null check (kind in ('code', 'likeness', 'address')),
  verdict text not null check (verdict in ('fits', 'foreign', 'unclear')),
  -- The link's code that was read, and whose it is.
  code text,
  duty_id int references duties,
  -- Which variant it looks like, and how many of 64 bits differ.
  format text,
  distance int check (distance between 0 and 64),
  -- Which channel an address belongs to.
  channel text,
  foreign key (proof_id, version) references proof_checks,
  check ((kind = 'code') = (code is not null)),
  check ((kind = 'likeness') = (format is not null and distance is not null))
);
create index on proof_sightings (proof_id);
create index on proof_checks (address);

-- Two proofs with one picture or one address. Written both ways.
create table proof_twins (
  proof_id int not null references proofs,
  twin_id int not null references proofs,
  kind text not null check (kind in ('same', 'near')),
  found_at timestamptz not null default now(),
  primary key (proof_id, twin_id),
  check (proof_id <> twin_id)
);

-- Something large on its way in, piece by piece, over a line that breaks. What it is, is sealed to the house.
create table uploads (
  id uuid primary key,
  staff_id text not null references staff,
  total int not null check (total between 1 and 21000000),
  begun_at timestamptz not null default now(),
  -- What the house answered when all of it was there: asked again, it says the same.
  answer text
);
create index on uploads (staff_id, begun_at);
create table upload_pieces (
  upload_id uuid not null references uploads on delete cascade,
  place int not null check (place >= 0),
  bytes bytea not null check (length(bytes) between 1 and 524288),
  primary key (upload_id, place)
);

do $$
declare t text;
begin
  foreach t in array array['proof_checks', 'proof_sightings', 'proof_twins', 'uploads', 'upload_pieces'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
  end loop;
end $$;

-- What was seen in a proof is seen by whoever sees the proof; a twin only by whoever sees both.
create policy seen on proof_checks for select to sinergi_web using (proof_id in (select p.id from proofs p));
create policy seen on proof_sightings for select to sinergi_web using (proof_id in (select p.id from proofs p));
create policy seen on proof_twins for select to sinergi_web
  using (proof_id in (select p.id from proofs p) and twin_id in (select p.id from proofs p));
create policy own on uploads to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
create policy own on upload_pieces to sinergi_web
  using (upload_id in (select u.id from uploads u)) with check (upload_id in (select u.id from uploads u));
grant select on proof_checks, proof_sightings, proof_twins to sinergi_web;
grant select, insert, delete on uploads, upload_pieces to sinergi_web;
grant update (answer) on uploads to sinergi_web;
