-- When somebody came, as the phone at the door says: an entry may have waited for a line.
alter table activity_attendance add column taken_at timestamptz;
-- The house takes names away a while after the session; the row stays, so that figures do, and a phone that sends late counts nobody twice.
alter table activity_attendance alter column name drop not null;
