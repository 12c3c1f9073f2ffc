create table materials (
  id int generated always as identity primary key,
  office_id int not null references offices,
  title text not null check (length(title) between 3 and 120),
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  sample boolean not null default false
);
create index on materials (office_id);

-- One version of a material. The content is the poster's words or its finished artwork, and the caption that goes with it.
create table material_versions (
  id int generated always as identity primary key,
  material_id int not null references materials,
  number int not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'returned')),
  design text not null,
  language text not null default 'id' check (language in ('id', 'en')),
  headline text not null,
  points text[] not null default '{}',
  call_to_action text not null default '',
  caption text not null,
  alt_text text not null,
  artwork_key text,
  artwork_edge text check (artwork_edge in ('bottom', 'top')),
  artwork_fit text check (artwork_fit in ('cover', 'contain')),
  author_id text not null references staff,
  written_at timestamptz not null default now(),
  decided_by text references staff,
  decided_at timestamptz,
  decision_note text,
  unique (material_id, number),
  constraint four_eyes check (decided_by is null or decided_by <> author_id),
  check ((design = 'artwork') = (artwork_key is not null))
);

create function keep_approved_versions() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' then
    raise exception 'version % is approved and never changes; write the next version', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approved_is_final before update or delete on material_versions
  for each row execute function keep_approved_versions();

create table campaigns (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  title text not null check (length(title) between 3 and 120),
  purpose text not null check (length(purpose) between 10 and 1000),
  starts_on date not null,
  ends_on date not null,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  sample boolean not null default false,
  check (ends_on >= starts_on)
);
create table campaign_owners (
  campaign_id int not null references campaigns,
  office_id int not null references offices,
  primary key (campaign_id, office_id)
);
create table campaign_materials (
  campaign_id int not null references campaigns,
  version_id int not null references material_versions,
  primary key (campaign_id, version_id)
);
create index on campaign_materials (version_id);

-- A duty: this office publishes this material on this channel by this moment. All exist from the start, so that silence is visible.
create table duties (
  id int generated always as identity primary key,
  campaign_id int not null references campaigns,
  version_id int not null references material_versions,
  office_id int not null references offices,
  channel text not null check (channel in ('whatsapp', 'instagram', 'facebook', 'tiktok', 'x', 'radio', 'print', 'notice-board')),
  due_at timestamptz not null,
  state text not null default 'assigned'
    check (state in ('assigned', 'opened', 'shared', 'declared', 'attached', 'accepted', 'returned')),
  changed_at timestamptz not null default now(),
  unique (campaign_id, version_id, office_id, channel)
);
create index on duties (office_id, due_at) where state <> 'accepted';
create index on duties (campaign_id);

create table duty_events (
  id bigint generated always as identity primary key,
  duty_id int not null references duties,
  at timestamptz not null default now(),
  staff_id text not null references staff,
  office_id int not null references offices,
  move text not null,
  from_state text not null,
  to_state text not null,
  note text
);
create index on duty_events (duty_id, at);

create table proofs (
  id int generated always as identity primary key,
  duty_id int not null references duties,
  kind text not null check (kind in ('link', 'photo')),
  url text check (url ~ '^https?://'),
  file_key text,
  given_by text not null references staff,
  given_at timestamptz not null default now(),
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'photo') = (file_key is not null))
);
create index on proofs (duty_id);

-- Rendered variants by the hash of everything that went in: what has been drawn once is never drawn again.
create table variants (
  key text primary key,
  file_key text not null,
  type text not null,
  size int not null,
  made_at timestamptz not null default now()
);

-- Long work (kit, recap, regions): its progress, to be left and found again.
create table errands (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('kit', 'recap', 'regions')),
  campaign_id int references campaigns,
  office_id int not null references offices,
  asked_by text not null references staff,
  asked_at timestamptz not null default now(),
  done int not null default 0,
  total int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  result jsonb not null default '{}',
  finished_at timestamptz,
  check ((kind = 'regions') = (campaign_id is null))
);

-- Tracked links: a code leads to a duty's public page. Counts per hour; nothing about who came.
create table links (
  code text primary key check (code ~ '^[2-9A-HJKMNP-Z]{7}$'),
  duty_id int not null unique references duties,
  target text not null
);
create index on links (target);
create table link_hours (
  code text not null references links,
  hour timestamptz not null,
  clicks bigint not null default 0,
  scans bigint not null default 0,
  previews bigint not null default 0,
  primary key (code, hour)
);

-- What the asking office may see of campaigns: those it owns, those it has a duty in, and those of offices below it.
create function seen_campaigns() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select campaign_id from campaign_owners where office_id in (select overseen_offices())
    union select campaign_id from duties where office_id in (select overseen_offices()) $$;
create function owned_campaigns() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select campaign_id from campaign_owners where office_id = app_office() $$;
create function own_materials() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select id from materials where office_id = app_office() $$;
create function seen_materials() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select v.material_id from material_versions v join campaign_materials c on c.version_id = v.id
    where c.campaign_id in (select seen_campaigns()) $$;
create function published_versions() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select version_id from campaign_materials $$;
create function seen_duties() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select id from duties where office_id in (select overseen_offices())
    union select d.id from duties d where d.campaign_id in (select owned_campaigns()) $$;

do $$
declare t text;
begin
  foreach t in array array['materials', 'material_versions', 'campaigns', 'campaign_owners', 'campaign_materials', 'duties',
    'duty_events', 'proofs', 'variants', 'errands', 'links', 'link_hours'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['campaign_owners', 'campaign_materials', 'duties', 'materials', 'material_versions'] loop
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
end $$;

create policy own on materials to sinergi_web using (office_id = app_office()) with check (office_id = app_office());
create policy used on materials for select to sinergi_web
  using (id = any(array(select seen_materials())));
create policy own on material_versions to sinergi_web
  using (material_id = any(array(select own_materials()))) with check (material_id = any(array(select own_materials())));
-- What a campaign carries is made for the public: its approved versions and its own words can be read by anybody.
create policy published on material_versions for select to sinergi_web
  using (state = 'approved' and id = any(array(select published_versions())));
create policy published on campaigns for select to sinergi_web using (true);
create policy start on campaigns for insert to sinergi_web with check (made_by = app_staff());
create policy edit on campaigns for update to sinergi_web using (id = any(array(select owned_campaigns())));
create policy published on campaign_owners for select to sinergi_web using (true);
create policy start on campaign_owners for insert to sinergi_web
  with check (campaign_id in (select c.id from campaigns c where c.made_by = app_staff()));
create policy published on campaign_materials for select to sinergi_web using (true);
create policy start on campaign_materials for insert to sinergi_web with check (campaign_id = any(array(select owned_campaigns())));

create policy seen on duties for select to sinergi_web using (
  office_id = any(array(select overseen_offices())) or campaign_id = any(array(select owned_campaigns())));
create policy assign on duties for insert to sinergi_web with check (campaign_id = any(array(select owned_campaigns())));
create policy move on duties for update to sinergi_web using (
  office_id = app_office() or campaign_id = any(array(select owned_campaigns())));
create policy seen on duty_events for select to sinergi_web using (duty_id = any(array(select seen_duties())));
create policy own on duty_events for insert to sinergi_web
  with check (office_id = app_office() and staff_id = app_staff() and duty_id = any(array(select seen_duties())));
create policy seen on proofs for select to sinergi_web using (duty_id = any(array(select seen_duties())));
create policy give on proofs for insert to sinergi_web with check (
  given_by = app_staff() and duty_id in (select d.id from duties d where d.office_id = app_office()));
create policy seen on variants for select to sinergi_web using (true);
create policy draw on variants for insert to sinergi_web with check (true);
create policy own on errands to sinergi_web using (office_id = app_office()) with check (office_id = app_office());
create policy seen on links for select to sinergi_web using (true);
create policy issue on links for insert to sinergi_web with check (
  duty_id in (select d.id from duties d where d.campaign_id = any(array(select owned_campaigns()))));
create policy seen on link_hours for select to sinergi_web
  using (code in (select l.code from links l where l.duty_id = any(array(select seen_duties()))));

grant select, insert on materials, campaigns, campaign_owners, campaign_materials, duty_events, proofs, variants, links, errands to sinergi_web;
grant update (title) on materials to sinergi_web;
grant select, insert, update on material_versions to sinergi_web;
grant update (title, purpose, ends_on) on campaigns to sinergi_web;
grant select, insert on duties to sinergi_web;
grant update (state, changed_at) on duties to sinergi_web;
grant select on link_hours to sinergi_web;

grant create on schema public to sinergi_sight;
alter function seen_campaigns() owner to sinergi_sight;
alter function owned_campaigns() owner to sinergi_sight;
alter function own_materials() owner to sinergi_sight;
alter function seen_materials() owner to sinergi_sight;
alter function published_versions() owner to sinergi_sight;
alter function seen_duties() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
