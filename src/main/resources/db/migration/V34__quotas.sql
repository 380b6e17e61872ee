-- What all processes on this database counted within somebody's minute; the name is a hash, and old rows are deleted.
create table quotas (
    name varchar(64) primary key,
    began bigint not null,
    counted integer not null
);
