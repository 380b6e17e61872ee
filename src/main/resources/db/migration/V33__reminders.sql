-- What stalled is reminded of once: 1 where it was, or nobody wants it.
alter table conversations add column reminded integer not null default 0;

create index conversations_stalled on conversations (channel, workspace, room, updated_at) where state = 'open' and reminded = 0;
