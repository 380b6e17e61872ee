-- With which prices and flows the watch looked at a decision last, so that a restart goes on where it stopped.
alter table conversations add column watched text not null default '';
