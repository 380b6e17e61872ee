-- Only columns with defaults, tables and indexes are added, so that the version before goes on working beside this one.
-- What a process holds carries its id; to the version before it looks leased for ever, and is given back when the
-- process ends or falls silent.
create table workers (
    id text not null primary key,
    beats bigint not null
);

alter table requests add column workspace text not null default '';

alter table requests add column lane text not null default '';

alter table requests add column owner text not null default '';

alter table requests add column reason text not null default '';

alter table requests add column aside integer not null default 0;

create index requests_due on requests (channel, owner, leased_until, id);

create index requests_by_lane on requests (channel, lane, id);

alter table posts add column owner text not null default '';

alter table posts add column uncertain integer not null default 0;

alter table posts add column aside integer not null default 0;

alter table posts add column first_tried bigint not null default 0;

create index posts_due on posts (owner, not_before, id) where state = 'waiting';

create index posts_aside on posts (id) where state = 'dropped' and aside = 1;
