-- Sign-in belongs to better-auth: its own schema, its own role, out of reach for the web role.
create schema auth;
create table auth."user" (
  id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false,
  image text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean default false
);
create table auth.session (
  id text primary key, "expiresAt" timestamptz not null, token text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" on delete cascade
);
create index on auth.session ("userId");
create table auth.account (
  id text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
  "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");
create table auth.verification (
  id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);
create table auth."twoFactor" (
  id text primary key, secret text not null, "backupCodes" text not null,
  "userId" text not null references auth."user" on delete cascade, verified boolean default true,
  "failedVerificationCount" int default 0, "lockedUntil" timestamptz
);
create index on auth."twoFactor" (secret);
create index on auth."twoFactor" ("userId");

-- Wrong passwords, counted per address and kind of device: known (has signed in before) or not.
create table auth.failed_sign_ins (
  subject text primary key,
  failures int not null,
  last_at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['user', 'session', 'account', 'verification', 'twoFactor', 'failed_sign_ins'] loop
    execute format('alter table auth.%I enable row level security', t);
    execute format('alter table auth.%I force row level security', t);
    execute format('create policy sign_in on auth.%I to sinergi_auth using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on auth.%I to sinergi_auth', t);
  end loop;
end $$;
grant usage on schema auth to sinergi_auth;

create table staff (
  id text primary key references auth."user",
  office_id int not null references offices,
  name text not null check (length(name) between 2 and 120),
  email text not null unique,
  roles text[] not null check (cardinality(roles) > 0
    and roles <@ array['administrator', 'publicist', 'case-officer', 'coordinator', 'leader']),
  active boolean not null default true,
  sample boolean not null default false,
  joined_at timestamptz not null default now()
);
create index on staff (office_id);

create table invitations (
  id uuid primary key default gen_random_uuid(),
  office_id int not null references offices,
  email text not null,
  name text not null,
  roles text[] not null,
  token_hash bytea not null unique,
  invited_by text not null references staff,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz
);
create index on invitations (office_id);

-- A form sent twice (double click, reload) is carried out once: the second gets the first one's answer.
create table form_receipts (
  form_id uuid primary key,
  staff_id text not null references staff,
  location text not null,
  at timestamptz not null default now()
);

-- The audit trail: one chain of hashes per office, appended to by one function, changed by nobody.
create table audit (
  id bigint generated always as identity primary key,
  chain int not null,
  place int not null,
  at timestamptz not null,
  staff_id text,
  verb text not null,
  subject text not null,
  detail jsonb not null,
  hash bytea not null,
  unique (chain, place)
);
create table audit_heads (chain int primary key, place int not null, hash bytea not null);

create function audit_hash(previous bytea, chain int, place int, at timestamptz, staff_id text, verb text, subject text, detail jsonb)
  returns bytea language sql immutable
  as $$ select sha256(previous || convert_to(jsonb_build_array(chain, place, extract(epoch from at), staff_id, verb, subject, detail)::text, 'UTF8')) $$;

create function audit_append(verb text, subject text, detail jsonb) returns void language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare
  head audit_heads;
  c int := coalesce(app_office(), 0);
  t timestamptz := clock_timestamp();
  h bytea;
begin
  insert into audit_heads values (c, 0, '\x') on conflict do nothing;
  select * into head from audit_heads where audit_heads.chain = c for update;
  h := audit_hash(head.hash, c, head.place + 1, t, app_staff(), verb, subject, detail);
  insert into audit (chain, place, at, staff_id, verb, subject, detail, hash)
    values (c, head.place + 1, t, app_staff(), verb, subject, detail, h);
  update audit_heads set place = head.place + 1, hash = h where audit_heads.chain = c;
end $$;

do $$
declare t text;
begin
  foreach t in array array['staff', 'invitations', 'form_receipts', 'audit', 'audit_heads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy read on staff for select to sinergi_web using (office_id = any(array(select overseen_offices())));
create policy edit on staff for update to sinergi_web using (office_id = any(array(select overseen_offices())));
create policy work on staff to sinergi_jobs using (true) with check (true);
create policy own on invitations to sinergi_web
  using (office_id = any(array(select overseen_offices()))) with check (office_id = any(array(select overseen_offices())));
create policy work on invitations to sinergi_jobs using (true) with check (true);
create policy own on form_receipts to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
create policy read on audit for select to sinergi_web using (chain = any(array(select overseen_offices())));
create policy verify on audit for select to sinergi_jobs using (true);
create policy append on audit to sinergi_sight using (true) with check (true);
create policy verify on audit_heads for select to sinergi_jobs using (true);
create policy append on audit_heads to sinergi_sight using (true) with check (true);

grant select on staff, audit to sinergi_web;
grant update (office_id, name, roles, active) on staff to sinergi_web;
grant select, insert, update on invitations to sinergi_web;
grant select, insert on form_receipts to sinergi_web;
grant select, insert, update on staff, invitations to sinergi_jobs;
grant select on audit, audit_heads to sinergi_jobs;
grant select, insert on audit to sinergi_sight;
grant select, insert, update on audit_heads to sinergi_sight;
grant create on schema public to sinergi_sight;
alter function audit_append(text, text, jsonb) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
