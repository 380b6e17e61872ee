-- The log of decisions, kept beside the consultation in the same transaction. What people may be named in is in `logged`, encrypted; the
-- columns beside it are for filters and sums: cents a month, days since 1970, milliseconds since 1970.
alter table conversations add column logged text not null default '';

alter table conversations add column log_status text not null default 'open';

alter table conversations add column decided_at bigint not null default 0;

alter table conversations add column owner_id text not null default '';

alter table conversations add column review_on bigint not null default 0;

alter table conversations add column gain_low bigint;

alter table conversations add column gain_likely bigint;

alter table conversations add column gain_high bigint;

-- Of older answers only the last change is known.
update conversations set log_status = 'decided', decided_at = updated_at where verdict <> '';

create index conversations_by_status on conversations (channel, workspace, log_status, updated_at);

create index conversations_by_decision on conversations (channel, workspace, room, decided_at);

create index conversations_by_review on conversations (review_on) where review_on > 0;
